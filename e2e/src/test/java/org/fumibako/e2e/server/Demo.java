// SPDX-License-Identifier: Apache-2.0
package org.fumibako.e2e.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The demo server of the built distribution, on a data directory given and free ports. One thread starts and stops it. */
public final class Demo implements AutoCloseable {

    /** A first start may have to build. */
    private static final Duration START_LIMIT = Duration.ofMinutes(10);

    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final Duration ADMIN_LIMIT = Duration.ofMinutes(1);

    private final Path launcher = Checkout.launcher();
    private final Path data;
    private final Path log;
    private final int portBase = FreePorts.base();
    private final List<String> options;
    private final AtomicInteger accounts = new AtomicInteger();
    private @Nullable Process process;

    /** Makes, but does not start, a demo on {@code data}; what it prints is appended to {@code log}, and it gets {@code options} besides. */
    public Demo(Path data, Path log, String... options) {
        this.data = data;
        this.log = log;
        this.options = List.of(options);
    }

    /** Starts it and waits until every port accepts. */
    public Server start() {
        try {
            Files.createDirectories(data);
            Path file = data.resolve("demo.json");
            FileTime before = Files.exists(file) ? Files.getLastModifiedTime(file) : FileTime.fromMillis(0);
            List<String> command = new java.util.ArrayList<>(List.of(
                    launcher.toString(), "demo", "--data", data.toString(), "--port-base", String.valueOf(portBase)));
            command.addAll(options);
            Process started = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            process = started;
            Await.until("a new " + file + " (see " + log + ")", START_LIMIT, () -> {
                if (!started.isAlive()) {
                    throw new IllegalStateException("the server ended:\n" + Files.readString(log));
                }
                return Files.exists(file) && Files.getLastModifiedTime(file).compareTo(before) > 0;
            });
            DemoFile demo = DemoFile.read(file);
            return new Server(
                    demo.host(),
                    demo.ports(),
                    demo.domain(),
                    Path.of(demo.caCertificate()),
                    this::newAccount,
                    demo.taken());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The process id of the server itself: what the launcher has become, or the youngest that it has started. */
    public long pid() {
        Process running = process;
        if (running == null) {
            throw new IllegalStateException("it does not run");
        }
        return running.descendants()
                .reduce((first, second) -> second)
                .orElse(running.toHandle())
                .pid();
    }

    /** Ends it with SIGKILL, without a warning. */
    public void kill() {
        end(ProcessHandle::destroyForcibly);
    }

    /** Ends it with SIGTERM. */
    public void stop() {
        end(ProcessHandle::destroy);
    }

    @Override
    public void close() {
        stop();
    }

    /** Adds an account through the launcher's admin command, as an operator does. */
    public Account newAccount() {
        Account account = new Account("user%d@example.test".formatted(accounts.incrementAndGet()), "Kaze-no-fumi-2026");
        admin(account.password() + "\n", "account", "add", account.address(), "--quota", "2000");
        return account;
    }

    /** Runs {@code fumibako admin ..} on this server with {@code input} on its standard input; returns what it printed. */
    public String admin(String input, String... arguments) {
        try {
            List<String> command = new java.util.ArrayList<>(List.of(launcher.toString(), "admin"));
            command.addAll(List.of(arguments));
            command.addAll(List.of("--data", data.toString()));
            Process admin =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            try (var in = admin.getOutputStream()) {
                in.write(input.getBytes(StandardCharsets.UTF_8));
            }
            String output = new String(admin.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!admin.waitFor(ADMIN_LIMIT.toSeconds(), TimeUnit.SECONDS) || admin.exitValue() != 0) {
                admin.destroyForcibly();
                throw new AssertionError(String.join(" ", command) + " failed:\n" + output);
            }
            return output;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private void end(java.util.function.Consumer<ProcessHandle> signal) {
        Process running = process;
        if (running == null) {
            return;
        }
        List<ProcessHandle> tree = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(running.toHandle()), running.descendants())
                .toList();
        tree.forEach(signal);
        Await.until("the end of the server", STOP_LIMIT, () -> tree.stream().noneMatch(ProcessHandle::isAlive));
        process = null;
    }
}
