// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import org.fumibako.dns.Answer;
import org.fumibako.dns.RecordData;

/** The addresses in an answer, in the order in which they are tried. */
final class Addresses {
    private Addresses() {}

    /** IPv6 first, then IPv4 (RFC 5321 §5.2), so many of each. */
    static List<InetAddress> of(Answer answer, int ofEach) {
        Stream<InetAddress> six =
                answer.all(RecordData.Aaaa.class).stream().limit(ofEach).map(RecordData.Aaaa::address);
        Stream<InetAddress> four =
                answer.all(RecordData.A.class).stream().limit(ofEach).map(RecordData.A::address);
        return Stream.concat(six, four).toList();
    }
}
