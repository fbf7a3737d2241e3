// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.operator;

import java.time.Instant;
import java.util.List;

/** Everything that is counted and measured, at one moment. */
record MetricValues(Instant at, List<MetricValue> items) {}
