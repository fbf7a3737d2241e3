// SPDX-License-Identifier: Apache-2.0
package org.fumibako.e2e.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The server of the built distribution with a configuration of its own. One thread starts and stops it. */
public final class Run implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(10);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final Duration ADMIN_LIMIT = Duration.ofMinutes(1);

    private final Path directory;
    private final Path log;
    private final Process process;

    /**
     * Starts it and waits until {@code port} accepts.
     *
     * @param directory where its files go; {@code data} in it is its data directory
     * @param configuration what {@code fumibako.toml} says besides host and data
     */
    public Run(Path directory, String configuration, int port) throws IOException {
        this.directory = directory;
        this.log = directory.resolve("server.log");
        Path file = Files.writeString(
                directory.resolve("fumibako.toml"), "host = \"sv001.example.test\"\ndata = \"data\"\n" + configuration);
        this.process = new ProcessBuilder(Checkout.launcher().toString(), "run", "--config", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        Await.until("port " + port + " (see " + log + ")", START_LIMIT, () -> accepts(port));
    }

    /** Runs {@code fumibako admin ..} on it; returns what it printed. */
    public String admin(String... arguments) throws IOException, InterruptedException {
        List<String> command = Stream.of(
                        Stream.of(Checkout.launcher().toString(), "admin"),
                        Stream.of(arguments),
                        Stream.of("--data", directory.resolve("data").toString()))
                .flatMap(words -> words)
                .toList();
        Path out = Files.createTempFile(directory, "admin", "");
        Process admin = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        if (!admin.waitFor(ADMIN_LIMIT.toSeconds(), TimeUnit.SECONDS) || admin.exitValue() != 0) {
            admin.destroyForcibly();
            throw new AssertionError(String.join(" ", command) + " failed:\n" + Files.readString(out));
        }
        return Files.readString(out);
    }

    @Override
    public void close() {
        List<ProcessHandle> tree = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
        tree.forEach(ProcessHandle::destroy);
        Await.until("the end of the server", STOP_LIMIT, () -> tree.stream().noneMatch(ProcessHandle::isAlive));
    }

    private boolean accepts(int port) throws IOException {
        if (!process.isAlive()) {
            throw new IllegalStateException("the server ended:\n" + Files.readString(log));
        }
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }
}
