// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.metrics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.fumibako.journal.Journal;
import org.fumibako.net.metrics.Metrics;
import org.fumibako.search.SearchIndex;
import org.fumibako.store.OutboundQueue;
import org.fumibako.store.queue.QueueFilter;
import org.fumibako.store.queue.RecipientState;

/** What is measured when somebody asks: the queue, the disk, memory, what is open, and how far behind the index is. */
public final class HostGauges {
    private final Parts parts;

    /**
     * What they look at.
     *
     * @param connections open ones, by service
     */
    public record Parts(
            OutboundQueue queue,
            SearchIndex search,
            Journal journal,
            Path data,
            Supplier<Map<String, Integer>> connections,
            Clock clock) {}

    public HostGauges(Parts parts) {
        this.parts = parts;
    }

    /** Gives all of them their names. */
    public void register(Metrics metrics) {
        metrics.gauges("fumibako_queue_recipients", "Recipients on other servers, by state", "state", this::queue);
        metrics.gauge("fumibako_queue_oldest_seconds", "Age of the oldest message in the queue", this::oldest);
        metrics.gauges(
                "fumibako_connections",
                "Open connections, by service",
                "service",
                () -> parts.connections().get().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, one -> one.getValue().doubleValue(), (a, _) -> a, TreeMap::new)));
        metrics.gauge(
                "fumibako_search_waiting_messages",
                "Messages that are not in the full-text index yet",
                () -> parts.search().status().waiting());
        metrics.gauge(
                "fumibako_journal_dropped_rows",
                "Rows of the journal dropped since the start",
                () -> parts.journal().dropped());
        metrics.gauge("fumibako_disk_free_bytes", "Free on the disk of the data directory", () -> disk(true));
        metrics.gauge("fumibako_disk_size_bytes", "Size of the disk of the data directory", () -> disk(false));
        metrics.gauge("fumibako_heap_used_bytes", "Memory of the Java heap in use", HostGauges::heap);
        metrics.gauge(
                "fumibako_heap_max_bytes",
                "Memory that the Java heap may have",
                () -> Runtime.getRuntime().maxMemory());
        metrics.gauge(
                "fumibako_uptime_seconds",
                "Since the process began",
                () -> ManagementFactory.getRuntimeMXBean().getUptime() / 1e3);
    }

    private Map<String, Double> queue() {
        Map<RecipientState, Long> counts = parts.queue().count(QueueFilter.ALL);
        Map<String, Double> open = new TreeMap<>();
        for (RecipientState state : new RecipientState[] {RecipientState.WAITING, RecipientState.HELD}) {
            open.put(
                    state.name().toLowerCase(Locale.ROOT),
                    counts.getOrDefault(state, 0L).doubleValue());
        }
        return open;
    }

    private double oldest() {
        return parts.queue().list(QueueFilter.ALL, 1).stream()
                .mapToDouble(row -> Duration.between(
                                        row.message().acceptedAt(),
                                        parts.clock().instant())
                                .toMillis()
                        / 1e3)
                .findFirst()
                .orElse(0);
    }

    private double disk(boolean free) {
        try {
            var store = Files.getFileStore(parts.data());
            return free ? store.getUsableSpace() : store.getTotalSpace();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static double heap() {
        Runtime runtime = Runtime.getRuntime();
        return (double) runtime.totalMemory() - runtime.freeMemory();
    }
}
