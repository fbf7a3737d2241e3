// SPDX-License-Identifier: Apache-2.0
package org.fumibako.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** NSD with one server process, which is what its package starts with. */
final class Nsd implements NameServer {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Path work;
    private @Nullable Process server;

    Nsd(Path work) {
        this.work = work;
    }

    @Override
    public void start(Path zone, String apex, int port) throws IOException, InterruptedException {
        Files.createDirectories(work);
        Path configuration = Files.writeString(work.resolve("nsd.conf"), """
                server:
                  ip-address: 127.0.0.1@%1$d
                  username: ""
                  chroot: ""
                  zonesdir: "%2$s"
                  database: ""
                  pidfile: ""
                  xfrdfile: "%2$s/xfrd.state"
                  xfrdir: "%2$s"
                  zonelistfile: "%2$s/zone.list"
                  rrl-ratelimit: 0
                remote-control:
                  control-enable: no
                zone:
                  name: "%3$s"
                  zonefile: "%4$s"
                """.formatted(port, work, apex, zone));
        server = new Commands(work.resolve("nsd.log"))
                .start(Map.of(), List.of("nsd", "-d", "-c", configuration.toString()));
        Dnsperf.untilAnswers(port, apex, LIMIT);
    }

    @Override
    public void stop() throws IOException {
        Process running = server;
        if (running == null) {
            return;
        }
        List<ProcessHandle> tree = running.descendants().toList();
        running.destroy();
        Waiting.until(
                "NSD's end",
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
