// SPDX-License-Identifier: Apache-2.0
package org.fumibako.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fumibako as nothing but a name server. */
final class FumibakoNames implements NameServer {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final Path launcher;
    private final Path work;
    private @Nullable Process server;

    FumibakoNames(Path launcher, Path work) {
        this.launcher = launcher;
        this.work = work;
    }

    @Override
    public void start(Path zone, String apex, int port) throws IOException, InterruptedException {
        Files.createDirectories(work);
        Path configuration = Files.writeString(work.resolve("fumibako.toml"), """
                host = "ns.example.test"
                data = "data"
                [listen]
                dns = "127.0.0.1:%d"
                [dns]
                upstream = ["127.0.0.1:%d"]
                rate_limit = 0
                zones = ["%s"]
                """.formatted(port, port, zone));
        server = new Commands(work.resolve("server.log"))
                .start(Map.of(), List.of(launcher.toString(), "run", "--config", configuration.toString()));
        Dnsperf.untilAnswers(port, apex, LIMIT);
    }

    @Override
    public void stop() throws IOException {
        Process running = server;
        if (running == null) {
            return;
        }
        List<ProcessHandle> tree = running.descendants().toList();
        tree.forEach(ProcessHandle::destroy);
        running.destroy();
        Waiting.until(
                "the name server's end",
                LIMIT,
                Duration.ofMillis(20),
                () -> !running.isAlive() && tree.stream().noneMatch(ProcessHandle::isAlive));
        server = null;
    }

    @Override
    public ProcessTree processes() {
        Process running = server;
        return new ProcessTree(running == null ? List.of() : List.of(running.pid()));
    }
}
