// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import org.fumibako.delivery.Arrival.Client;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;

/** Step: the fields that final delivery puts before a message, Return-Path and Received (RFC 5321 §4.4). */
final class TraceHeader {
    private final DomainName host;

    TraceHeader(DomainName host) {
        this.host = host;
    }

    /**
     * @param results an Authentication-Results field, or nothing. It is not the last: a message that begins with a folded line would
     *     otherwise go on writing it
     */
    byte[] of(Arrival arrival, String results, Instant now) {
        String fields = returnPath(arrival.envelope()) + results + received(arrival, now);
        return fields.getBytes(StandardCharsets.UTF_8);
    }

    /** Received alone: for what goes on from here. */
    String received(Arrival arrival, Instant now) {
        StringBuilder fields = new StringBuilder(320).append("Received: ");
        arrival.trace().client().ifPresent(client -> from(fields, client));
        fields.append("by ").append(host.ascii());
        fields.append(" with ").append(arrival.trace().with());
        fields.append("\r\n\tid ").append(arrival.trace().id());
        // With several recipients, naming one of them would tell the others (RFC 5321 §7.6).
        arrival.envelope()
                .only()
                .ifPresent(only -> fields.append("\r\n\tfor <").append(only).append('>'));
        fields.append("; ")
                .append(MailDate.format(now.atOffset(ZoneOffset.UTC)))
                .append("\r\n");
        return fields.toString();
    }

    private static String returnPath(Envelope envelope) {
        return "Return-Path: <" + envelope.sender().map(EmailAddress::toString).orElse("") + ">\r\n";
    }

    /** Octets at the beginning that only final delivery adds, and that are not sent on (RFC 5321 §4.4). */
    static int octetsThatStay(Envelope envelope) {
        return returnPath(envelope).getBytes(StandardCharsets.UTF_8).length;
    }

    private static void from(StringBuilder fields, Client client) {
        fields.append("from ")
                .append(client.helo())
                .append(" (")
                .append(literal(client.address()))
                .append(")\r\n\t");
    }

    /** RFC 5321 §4.1.3. */
    private static String literal(InetAddress address) {
        if (address instanceof Inet6Address) {
            String text = address.getHostAddress();
            int zone = text.indexOf('%');
            return "[IPv6:" + (zone < 0 ? text : text.substring(0, zone)) + "]";
        }
        return "[" + address.getHostAddress() + "]";
    }
}
