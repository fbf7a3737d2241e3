// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.operator;

import java.util.ArrayList;
import java.util.List;
import org.fumibako.net.metrics.Reading;

/** One value of now, under the name that it has for Prometheus. */
record MetricValue(String name, List<MetricLabel> labels, double value) {
    static MetricValue of(Reading reading) {
        List<MetricLabel> labels = new ArrayList<>();
        for (int i = 0; i < reading.labels().size(); i += 2) {
            labels.add(new MetricLabel(reading.labels().get(i), reading.labels().get(i + 1)));
        }
        return new MetricValue(reading.name(), labels, reading.value());
    }
}
