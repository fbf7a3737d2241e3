// SPDX-License-Identifier: Apache-2.0
package org.fumibako.net.metrics;

import java.util.List;

/**
 * One value of now.
 *
 * @param name with the suffix that it has for Prometheus
 * @param labels name and value in turn
 */
public record Reading(String name, List<String> labels, double value) {
    public Reading {
        labels = List.copyOf(labels);
    }
}
