// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.operator;

import java.time.Clock;
import java.util.List;
import org.fumibako.api.endpoint.Access;
import org.fumibako.api.endpoint.Endpoint;
import org.fumibako.api.endpoint.Method;
import org.fumibako.net.metrics.Metrics;

/** How the host is: the values that Prometheus gets, for charts. */
public final class HostEndpoints {
    private final Metrics metrics;
    private final Clock clock;

    public HostEndpoints(Metrics metrics, Clock clock) {
        this.metrics = metrics;
        this.clock = clock;
    }

    public List<Endpoint<?, ?>> all() {
        return List.of(Endpoint.of(Method.GET, "/api/operator/metrics", "showMetrics")
                .says("What is counted and measured: queue, mail, sign-ins, connections, disk, memory")
                .may(Access.OPERATOR)
                .gives(MetricValues.class)
                .by(_ -> new MetricValues(
                        clock.instant(),
                        metrics.read().stream().map(MetricValue::of).toList())));
    }
}
