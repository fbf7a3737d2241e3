// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.resolver;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fumibako.dns.Answer;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.Question;
import org.fumibako.dns.RecordData;
import org.fumibako.dns.RecordType;

/**
 * Names that mean nothing outside this machine or network, so that asking strangers about them tells only about us: special names
 * (RFC 6761 §6, RFC 6762 §3, RFC 7686, RFC 8375) and the reverse zones of private addresses (RFC 6303 §4).
 */
final class LocalNames {
    private static final DnsName LOCALHOST = DnsName.of("localhost");

    /** Nobody's answer changes; a day is what zone files of such names say. */
    private static final Duration TTL = Duration.ofDays(1);

    private static final Set<DnsName> TOPS = Stream.of(
                    Stream.of("localhost", "local", "invalid", "test", "onion", "internal", "home.arpa"),
                    Stream.of("0", "10", "127", "254.169", "168.192", "255.255.255.255", "2.0.192", "100.51.198")
                            .map(net -> net + ".in-addr.arpa"),
                    Stream.of("113.0.203.in-addr.arpa"),
                    IntStream.range(16, 32).mapToObj(net -> net + ".172.in-addr.arpa"),
                    IntStream.range(64, 128).mapToObj(net -> net + ".100.in-addr.arpa"),
                    Stream.of("0".repeat(31), "1" + "0".repeat(31)).map(LocalNames::ip6),
                    Stream.of("df", "8ef", "9ef", "aef", "bef", "8bd01002").map(LocalNames::ip6))
            .flatMap(names -> names)
            .map(DnsName::of)
            .collect(Collectors.toUnmodifiableSet());

    private LocalNames() {}

    static boolean contains(DnsName name) {
        Optional<DnsName> at = Optional.of(name);
        while (at.isPresent()) {
            if (TOPS.contains(at.get())) {
                return true;
            }
            at = at.get().parent();
        }
        return false;
    }

    /** The answer that needs no network: the loopback for {@code localhost}, otherwise that there is no such name. */
    static Answer answer(Question question) {
        if (!question.name().isUnder(LOCALHOST)) {
            return new Answer.NoSuchName();
        }
        if (question.type() == RecordType.A) {
            return loopback(new RecordData.A(Inet4Address.ofLiteral("127.0.0.1")));
        }
        if (question.type() == RecordType.AAAA) {
            return loopback(new RecordData.Aaaa((Inet6Address) Inet6Address.ofLiteral("::1")));
        }
        return new Answer.NoData();
    }

    private static Answer loopback(RecordData address) {
        return new Answer.Records(List.of(address), TTL, false);
    }

    private static String ip6(String nibbles) {
        return String.join(".", nibbles.split("")) + ".ip6.arpa";
    }
}
