// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.dsn;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.fumibako.delivery.MailDate;
import org.fumibako.model.Content;
import org.fumibako.model.DomainName;

/** Writes a notification: a multipart/report of three parts (RFC 6522 §3). */
final class DsnComposer {
    /** The most of a message that is given back whole; of a larger one, its header. */
    static final int MAX_FULL = 1 << 20;

    /** The most of a header that is given back. */
    static final int MAX_HEADER = 64 << 10;

    private static final byte[] CRLF = {'\r', '\n'};

    private final DomainName host;
    private final ZoneId zone;
    private final Explanation explanation;
    private final StatusFields fields;
    private final RandomGenerator random;

    /** @param zone of the dates in it */
    DsnComposer(DomainName host, ZoneId zone, RandomGenerator random) {
        this.host = host;
        this.zone = zone;
        this.explanation = new Explanation(host, zone);
        this.fields = new StatusFields(host, zone);
        this.random = random;
    }

    /** @param eightBit whether the octets are not all ASCII; {@code global}: whether a header field is not (RFC 6532) */
    record Composed(Content content, boolean eightBit, boolean global) {}

    Composed compose(Report report, Instant now) throws IOException {
        byte[] returned = returned(report);
        boolean full = report.full() && report.original().size() <= MAX_FULL;
        boolean eightBit = !isAscii(returned);
        boolean global = StatusFields.global(report);
        String boundary = "=_" + token();
        Octets out = new Octets();
        out.add(header(report, now, boundary));
        out.add("--" + boundary + "\r\n");
        out.add(text(report));
        out.add("\r\n--" + boundary + "\r\n");
        out.add(
                global
                        ? "Content-Type: message/global-delivery-status\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
                        : "Content-Type: message/delivery-status\r\n\r\n");
        out.add(fields.of(report));
        out.add("\r\n--" + boundary + "\r\n");
        out.add("Content-Type: " + returnedType(full, eightBit) + "\r\n");
        out.add(eightBit ? "Content-Transfer-Encoding: 8bit\r\n\r\n" : "\r\n");
        out.add(returned);
        out.add("\r\n--" + boundary + "--\r\n");
        byte[] message = out.octets.toByteArray();
        return new Composed(
                Content.of(message),
                !isAscii(message),
                !FieldText.isAscii(report.to().toString()));
    }

    private String header(Report report, Instant now, String boundary) {
        return "From: Mail Delivery System <MAILER-DAEMON@" + host + ">\r\n"
                + "To: <" + FieldText.line(report.to().toString(), 400) + ">\r\n"
                + "Subject: " + FieldText.encoded(Explanation.subject(report)) + "\r\n"
                + "Date: " + MailDate.format(now.atZone(zone).toOffsetDateTime()) + "\r\n"
                + "Message-ID: <" + token() + "@" + host + ">\r\n"
                + "Auto-Submitted: auto-replied\r\n"
                + "MIME-Version: 1.0\r\n"
                + "Content-Type: multipart/report; report-type=delivery-status;\r\n"
                + "\tboundary=\"" + boundary + "\"\r\n\r\n";
    }

    private String text(Report report) {
        byte[] utf8 = explanation.of(report).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        return "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder(76, CRLF).encodeToString(utf8)
                + "\r\n";
    }

    /** RFC 6533 §3: what is not ASCII in a returned header has types of its own. */
    private static String returnedType(boolean full, boolean eightBit) {
        if (full) {
            return "message/rfc822";
        }
        return eightBit ? "message/global-headers" : "text/rfc822-headers";
    }

    private static byte[] returned(Report report) throws IOException {
        Content original = report.original();
        if (report.full() && original.size() <= MAX_FULL) {
            return original.bytes();
        }
        try (var in = original.open(0, MAX_HEADER)) {
            byte[] begin = in.readAllBytes();
            return java.util.Arrays.copyOf(begin, headerEnd(begin));
        }
    }

    /** Where the header's last line ends, or the last whole line of what there is. */
    private static int headerEnd(byte[] octets) {
        int lineEnd = 0;
        for (int i = 0; i + 1 < octets.length; i++) {
            if (octets[i] == '\r' && octets[i + 1] == '\n') {
                if (lineEnd == i) {
                    return i;
                }
                lineEnd = i + 2;
            }
        }
        return lineEnd;
    }

    private static boolean isAscii(byte[] octets) {
        for (byte octet : octets) {
            if (octet < 0) {
                return false;
            }
        }
        return true;
    }

    private String token() {
        byte[] chance = new byte[16];
        random.nextBytes(chance);
        return HexFormat.of().formatHex(chance);
    }

    private static final class Octets {
        final ByteArrayOutputStream octets = new ByteArrayOutputStream(8_192);

        void add(String text) {
            add(text.getBytes(StandardCharsets.UTF_8));
        }

        void add(byte[] some) {
            octets.writeBytes(some);
        }
    }
}
