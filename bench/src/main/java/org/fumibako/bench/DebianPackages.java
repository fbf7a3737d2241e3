// SPDX-License-Identifier: Apache-2.0
package org.fumibako.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Installs the peers and the tools, and leaves none of the services running that their packages start. */
final class DebianPackages {

    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final Map<String, String> QUIET = Map.of("DEBIAN_FRONTEND", "noninteractive");

    /** A package, the file that says that it is there, and the service that its installation starts; empty for none. */
    private record Wanted(String name, String file, String service) {}

    /** What is needed even without peers. */
    private static final List<Wanted> TOOLS = List.of(new Wanted("dnsperf", "/usr/bin/dnsperf", ""));

    private static final List<Wanted> PEERS = List.of(
            new Wanted("postfix", "/usr/sbin/postfix", "postfix"),
            new Wanted("dovecot-core", "/usr/sbin/dovecot", "dovecot"),
            new Wanted("dovecot-imapd", "/usr/lib/dovecot/imap", "dovecot"),
            new Wanted("dovecot-lmtpd", "/usr/lib/dovecot/lmtp", "dovecot"),
            new Wanted("dovecot-pop3d", "/usr/lib/dovecot/pop3", "dovecot"),
            new Wanted("opendkim", "/usr/sbin/opendkim", "opendkim"),
            new Wanted("openssl", "/usr/bin/openssl", ""),
            new Wanted("nsd", "/usr/sbin/nsd", "nsd"));

    private final Commands commands;

    DebianPackages(Commands commands) {
        this.commands = commands;
    }

    /** Installs what is missing; does nothing, and needs no network, when all are there. */
    void install(boolean peers) throws IOException, InterruptedException {
        List<Wanted> missing = Stream.concat(TOOLS.stream(), peers ? PEERS.stream() : Stream.of())
                .filter(wanted -> !Files.exists(Path.of(wanted.file())))
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        apt(List.of("apt-get", "update", "-q"));
        List<String> install = new ArrayList<>(List.of("apt-get", "install", "-y", "-q", "--no-install-recommends"));
        missing.forEach(wanted -> install.add(wanted.name()));
        apt(install);
        for (String service : missing.stream()
                .map(Wanted::service)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList()) {
            silence(service);
        }
    }

    private void silence(String service) throws IOException, InterruptedException {
        if (Files.isDirectory(Path.of("/run/systemd/system"))) {
            commands.run(LIMIT, List.of("systemctl", "disable", "--now", service));
        } else {
            commands.run(LIMIT, List.of("sh", "-c", "service " + service + " stop || true"));
        }
    }

    private void apt(List<String> command) throws IOException, InterruptedException {
        commands.run(LIMIT, "", QUIET, command);
    }
}
