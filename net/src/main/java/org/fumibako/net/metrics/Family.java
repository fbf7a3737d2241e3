// SPDX-License-Identifier: Apache-2.0
package org.fumibako.net.metrics;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that has one name.
 *
 * @param samples asked for the values of now
 */
record Family(String name, Type type, String help, Supplier<List<Sample>> samples) {
    private static final Logger LOG = LoggerFactory.getLogger(Family.class);

    /** The values; none when they cannot be had now (a database that does not answer). */
    List<Sample> now() {
        try {
            return samples.get();
        } catch (RuntimeException unknown) {
            LOG.warn("{} is not known now: {}", name, unknown.toString());
            return List.of();
        }
    }

    enum Type {
        COUNTER,
        GAUGE,
        HISTOGRAM;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One line.
     *
     * @param suffix after the family's name
     * @param labels name and value in turn
     */
    record Sample(String suffix, List<String> labels, double value) {}
}
