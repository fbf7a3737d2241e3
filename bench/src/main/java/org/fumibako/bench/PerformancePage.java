// SPDX-License-Identifier: Apache-2.0
package org.fumibako.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Stream;

/** {@code docs/performance.md}: the words are written by people, the figures between two markers by the benchmark. */
final class PerformancePage {

    private static final String BEGIN = "<!-- bench:begin (written by ./fumibako bench, not by hand) -->";
    private static final String END = "<!-- bench:end -->";
    private static final String INTRODUCTION = """
            # Performance

            The figures below were written by

            ```
            ./fumibako bench
            ```

            which needs root and Debian's package archive: it installs Postfix, Dovecot, OpenDKIM and NSD, runs them as instances of their
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

    /** Replaces the section between the markers, or makes the page. */
    void replace(String table) throws IOException {
        String page = Files.exists(file) ? Files.readString(file) : INTRODUCTION + BEGIN + "\n" + END + "\n";
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IOException("no bench markers in " + file);
        }
        String section = BEGIN + "\n" + machine() + "\n\n" + table;
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, page.substring(0, begin) + section + page.substring(end));
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
