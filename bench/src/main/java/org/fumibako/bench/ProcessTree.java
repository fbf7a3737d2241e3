// SPDX-License-Identifier: Apache-2.0
package org.fumibako.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a set of root processes and all their descendants cost, read from {@code /proc} (proc(5)).
 *
 * <p>CPU time includes the children that have ended: the kernel adds them to their parent when it waits for them, and both
 * Postfix's and Dovecot's masters do.
 */
final class ProcessTree {

    private static final Path PROC = Path.of("/proc");

    /** USER_HZ; 100 on every Linux port that Java runs on. */
    private static final double TICKS_PER_SECOND = 100;

    private final List<Long> roots;

    ProcessTree(List<Long> roots) {
        this.roots = List.copyOf(roots);
    }

    /** User and system seconds spent so far. */
    double cpuSeconds() throws IOException {
        long ticks = 0;
        for (long pid : members()) {
            ticks += ticks(pid);
        }
        return ticks / TICKS_PER_SECOND;
    }

    /**
     * Resident octets, each page shared by several processes counted once (PSS): a sum of RSS would count the shared
     * libraries of a server of many processes many times over.
     */
    long residentOctets() throws IOException {
        long kilobytes = 0;
        for (long pid : members()) {
            kilobytes += proportionalKilobytes(pid);
        }
        return kilobytes * 1024;
    }

    int size() {
        return members().size();
    }

    private List<Long> members() {
        List<Long> pids = new ArrayList<>();
        for (long root : roots) {
            ProcessHandle.of(root).ifPresent(handle -> {
                pids.add(root);
                handle.descendants().map(ProcessHandle::pid).forEach(pids::add);
            });
        }
        return pids;
    }

    private static long ticks(long pid) throws IOException {
        String stat = read(pid, "stat");
        if (stat.isEmpty()) {
            return 0;
        }
        // The command name may hold blanks and parentheses; the fields after the last ')' start at field 3.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        long sum = 0;
        for (int field = 14; field <= 17; field++) {
            sum += Long.parseLong(fields[field - 3]);
        }
        return sum;
    }

    private static long proportionalKilobytes(long pid) throws IOException {
        return read(pid, "smaps_rollup")
                .lines()
                .filter(line -> line.startsWith("Pss:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }

    /** The content of a process's file; empty when the process has ended meanwhile. */
    private static String read(long pid, String file) throws IOException {
        try {
            return Files.readString(PROC.resolve(pid + "/" + file));
        } catch (IOException failure) {
            // A process that ended and was not waited for yet still has its files, and answers ESRCH when they are
            // read.
            if (ProcessHandle.of(pid).isEmpty()
                    || String.valueOf(failure.getMessage()).contains("No such process")) {
                return "";
            }
            throw failure;
        }
    }
}
