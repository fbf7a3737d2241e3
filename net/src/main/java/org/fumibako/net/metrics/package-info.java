// SPDX-License-Identifier: Apache-2.0
/**
 * What an operator watches: counters, gauges and histograms of one process, and their text for Prometheus. Whoever counts holds a
 * counter of its own, so counting is one {@link java.util.concurrent.atomic.LongAdder}: a few nanoseconds and no lock. What is
 * dear (asking the database how long the queue is) is asked when somebody looks, never while mail moves.
 */
@NullMarked
package org.fumibako.net.metrics;

import org.jspecify.annotations.NullMarked;
