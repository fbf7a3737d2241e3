// SPDX-License-Identifier: Apache-2.0
/**
 * The benchmark behind {@code ./fumibako bench}: one load client, run against Fumibako and against Postfix + Dovecot (+ OpenDKIM, NSD) side by
 * side in the same run. It is a black box test: nothing of the product is on its class path, it speaks the protocols with
 * clients of its own and reads what the servers cost from {@code /proc}.
 *
 * <p>{@link org.fumibako.bench.Contender} is a server under test, {@link org.fumibako.bench.Measure} one thing to measure,
 * {@link org.fumibako.bench.Figure} one number; {@link org.fumibako.bench.Bench} runs every measure against every contender
 * in turn, several rounds, and {@link org.fumibako.bench.Report} prints the medians. Connections are blocking sockets on a
 * platform thread each, because the client shares the machine's cores with the server and must cost as little as it can.
 *
 * <p>What it writes lies in one work directory that is removed at the end, and in {@code docs/performance.md} between two
 * markers. The peers run as instances of their own, on high loopback ports, from configuration in that directory; the
 * system's instances are never started or changed. It needs root, as the peers do.
 */
@NullMarked
package org.fumibako.bench;

import org.jspecify.annotations.NullMarked;
