// SPDX-License-Identifier: Apache-2.0
package org.fumibako.e2e.clients;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs mail programs with a home directory of their own, so that nothing of the user's configuration takes part.
 *
 * @param home a directory that only this test uses
 */
record Program(Path home) {

    private static final long LIMIT_SECONDS = 90;

    /** What a program left: its exit status, and standard output and error together. */
    record Outcome(int status, String output) {

        /** This outcome; an AssertionError when the program failed. */
        Outcome success() {
            if (status != 0) {
                throw new AssertionError("status " + status + ":\n" + output);
            }
            return this;
        }
    }

    Outcome run(String... command) throws IOException, InterruptedException {
        return run(List.of(command), "");
    }

    Outcome run(List<String> command, String input) throws IOException, InterruptedException {
        Path in = Files.writeString(Files.createTempFile(home, "in", ""), input);
        Path out = Files.createTempFile(home, "out", "");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile());
        builder.environment().put("HOME", home.toString());
        builder.environment().put("LANG", "C.UTF-8");
        builder.environment().put("TERM", "xterm");
        Process process = builder.start();
        try {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError(command.getFirst() + " did not end; it printed:\n" + text(out));
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        return new Outcome(process.exitValue(), text(out));
    }

    /**
     * Runs a program that refuses to work for root as a user without rights, who gets the home directory for it; as the
     * present user when that is not root.
     */
    Outcome runUnprivileged(String... command) throws IOException, InterruptedException {
        if (!System.getProperty("user.name").equals("root")) {
            return run(command);
        }
        run("chown", "-R", "nobody", home.toString()).success();
        List<String> dropped =
                new ArrayList<>(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", "--"));
        dropped.addAll(List.of(command));
        return run(dropped, "");
    }

    /** Writes a file in the home directory that only its owner can read, as clients demand of files with passwords. */
    Path file(String name, String content) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
