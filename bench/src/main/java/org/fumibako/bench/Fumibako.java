// SPDX-License-Identifier: Apache-2.0
package org.fumibako.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Fumibako's demo server, run by the launcher of the checkout on a data directory of its own. */
final class Fumibako implements Contender {

    /** A first start builds when the build is stale. */
    private static final Duration FIRST_START_LIMIT = Duration.ofMinutes(10);

    private static final Duration COMMAND_LIMIT = Duration.ofMinutes(1);
    private static final String UNLIMITED = "1000000000";

    private final Path launcher;
    private final Path data;
    private final int portBase;
    private final int sink;
    private final List<Account> accounts;
    private final Commands commands;
    private @Nullable Process server;

    /** @param sink the port that takes what is for others */
    Fumibako(Path launcher, Path work, int portBase, int sink, List<Account> accounts) {
        this.launcher = launcher;
        this.data = work.resolve("data");
        this.portBase = portBase;
        this.sink = sink;
        this.accounts = accounts;
        this.commands = new Commands(work.resolve("commands.log"));
    }

    @Override
    public String name() {
        return "Fumibako";
    }

    @Override
    public Ports ports() {
        return Ports.at(portBase);
    }

    @Override
    public List<Account> accounts() {
        return accounts;
    }

    @Override
    public void open() throws IOException, InterruptedException {
        server = launch();
        untilReady();
        for (Account account : accounts) {
            admin(account.password() + "\n", "account", "add", account.address(), "--quota", "15000");
        }
    }

    /** The standard plan's limits are far below what a benchmark sends. */
    @Override
    public void openSubmission() throws IOException, InterruptedException {
        admin("", "plan", "change", "standard", "--per-hour", UNLIMITED, "--per-day", UNLIMITED);
    }

    /** Runs {@code fumibako admin ..} with something on its standard input. */
    void admin(String input, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(launcher.toString(), "admin"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--data", data.toString()));
        commands.run(COMMAND_LIMIT, input, Map.of(), command);
    }

    @Override
    public NameServer nameServer() {
        return new FumibakoNames(launcher, data.resolveSibling("names"));
    }

    @Override
    public Duration start() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        server = launch();
        Waiting.untilGreets(ports().imap(), COMMAND_LIMIT);
        Waiting.untilGreets(ports().smtp(), COMMAND_LIMIT);
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    @Override
    public void stop() throws IOException, InterruptedException {
        Process running = server;
        if (running == null) {
            return;
        }
        List<ProcessHandle> tree = running.descendants().toList();
        tree.forEach(ProcessHandle::destroy);
        running.destroy();
        if (!running.waitFor(COMMAND_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
            running.destroyForcibly();
        }
        Waiting.until(
                "the server's end",
                COMMAND_LIMIT,
                Duration.ofMillis(20),
                () -> tree.stream().noneMatch(ProcessHandle::isAlive));
        server = null;
    }

    @Override
    public ProcessTree processes() {
        Process running = server;
        return new ProcessTree(running == null ? List.of() : List.of(running.pid()));
    }

    private Process launch() throws IOException {
        Files.createDirectories(data.getParent());
        return commands.start(
                Map.of(),
                List.of(
                        launcher.toString(),
                        "demo",
                        "--data",
                        data.toString(),
                        "--port-base",
                        String.valueOf(portBase),
                        "--sink",
                        String.valueOf(sink)));
    }

    private void untilReady() throws IOException {
        Waiting.until("demo.json in " + data, FIRST_START_LIMIT, Duration.ofMillis(20), () -> {
            Process running = server;
            if (running == null || !running.isAlive()) {
                throw new IOException("the demo server ended; see the log in " + data.getParent());
            }
            return Files.exists(data.resolve("demo.json"));
        });
    }
}
