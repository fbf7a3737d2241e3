// SPDX-License-Identifier: Apache-2.0
package org.fumibako.net.metrics;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Everything that has one name.
 *
 * @param samples asked for the values of now
 */
record Family(String name, Type type, String help, Supplier<List<Sample>> samples) {
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
