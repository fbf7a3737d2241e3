// SPDX-License-Identifier: Apache-2.0
package org.fumibako.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Stream;

/**
 * {@code docs/performance.md}: the words are written by people, the figures of each measure, between two markers of its own, by
 * the benchmark. So a run of some measures leaves those of the others as they are.
 */
final class PerformancePage {

    private static final String INTRODUCTION = """
            # Performance

            The figures below were written by

            ```
            ./fumibako bench [MEASURE..]
            ```

            without `--quick`, which needs root and Debian's package archive: it installs Postfix, Dovecot, OpenDKIM and NSD, runs them as instances of their
            own on high loopback ports beside Fumibako's demo server, and puts the same load on each in turn. Each figure is the
            median of three rounds of one run. **Only ratios of figures from one run count**: the load client shares the
            machine's cores with the servers, and another machine, disk or kernel gives other numbers.

            - A delivery is done when the message can be seen in the mailbox over IMAP, not when it was acknowledged.
            - Submitted mail is done when it is at the other server, a sink that takes everything; both servers sign it on the way.
            - Every server makes mail durable before it acknowledges: Postfix and Dovecot with their default fsync.
            - CPU is user and system time of all processes of the server, ended children included.
            - Memory is PSS: resident pages, those shared by several processes counted once.
            - A ratio above 1 is in Fumibako's favour, whichever way the measure goes.

            """;

    private final Path file;
    private final Clock clock;

    PerformancePage(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /** Replaces what stands between the markers of {@code measure}; makes them, and the page, when they are not there. */
    void replace(String measure, String table) throws IOException {
        String begin = "<!-- bench:" + measure + " begin, written by ./fumibako bench -->\n";
        String end = "<!-- bench:" + measure + " end -->\n";
        String page = Files.exists(file) ? Files.readString(file) : INTRODUCTION;
        if (!page.contains(begin)) {
            page += "## " + measure + "\n\n" + begin + end + "\n";
        }
        int from = page.indexOf(begin) + begin.length();
        int to = page.indexOf(end);
        if (to < from) {
            throw new IOException("the markers of " + measure + " are out of order in " + file);
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, page.substring(0, from) + machine() + "\n\n" + table + page.substring(to));
    }

    private String machine() throws IOException {
        return "%s: %d cores (%s), %s, Linux %s, Java %s."
                .formatted(
                        LocalDate.now(clock),
                        Runtime.getRuntime().availableProcessors(),
                        value("/proc/cpuinfo", "model name"),
                        value("/proc/meminfo", "MemTotal"),
                        System.getProperty("os.version"),
                        Runtime.version().feature());
    }

    private static String value(String file, String key) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(key))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        }
    }
}
