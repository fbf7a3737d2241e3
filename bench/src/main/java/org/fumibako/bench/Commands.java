// SPDX-License-Identifier: Apache-2.0
package org.fumibako.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs other programs: each with a deadline, its output in a log, and a clear error when it fails. */
final class Commands {

    private final Path log;

    /** Appends the output of every program to {@code log}. */
    Commands(Path log) {
        this.log = log;
    }

    void run(Duration limit, List<String> command) throws IOException, InterruptedException {
        run(limit, "", Map.of(), command);
    }

    /** Runs a program to its end with {@code input} as its standard input; a status other than 0 is an error. */
    void run(Duration limit, String input, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        Process process = start(environment, command);
        process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
            throw new IOException("not done within " + limit.toSeconds() + " s: " + String.join(" ", command));
        }
        if (process.exitValue() != 0) {
            throw new IOException(
                    "status %d from: %s (see %s)".formatted(process.exitValue(), String.join(" ", command), log));
        }
    }

    /** Starts a program and leaves it running. */
    Process start(Map<String, String> environment, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        return builder.start();
    }
}
