// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.resolver;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The name servers that the machine is configured with, as {@code /etc/resolv.conf} lists them. */
public final class ResolvConf {
    /** Where Unix keeps it. */
    public static final Path SYSTEM = Path.of("/etc/resolv.conf");

    /** Octets read: such a file has a few lines. */
    static final int MAX_SIZE = 64 * 1024;

    /** Servers taken, as the C library does. */
    static final int MAX_SERVERS = 3;

    private static final int PORT = 53;

    private ResolvConf() {}

    /** The servers, none of them trusted; the one on this machine when the file names none or is not there, as resolver(5) says. */
    public static List<Upstream> read(Path file) {
        List<Upstream> servers = text(file)
                .lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(words -> words.length > 1 && words[0].equals("nameserver"))
                .flatMap(words -> address(words[1]).stream())
                .limit(MAX_SERVERS)
                .map(address -> new Upstream(new InetSocketAddress(address, PORT), false))
                .toList();
        return servers.isEmpty()
                ? List.of(new Upstream(new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT), false))
                : servers;
    }

    private static String text(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(MAX_SIZE), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    private static Optional<InetAddress> address(String literal) {
        try {
            return Optional.of(InetAddress.ofLiteral(literal));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
