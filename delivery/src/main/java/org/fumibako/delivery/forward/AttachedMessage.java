// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.forward;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import org.fumibako.delivery.MailDate;
import org.fumibako.mime.HeaderWriter;
import org.fumibako.model.BodyType;
import org.fumibako.model.Content;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;

/** A message from an account to itself that has the forwarded one in it, untouched. */
final class AttachedMessage {
    /** Delivered-To fields taken over from the message inside: as many as there may be servers on its way. */
    private static final int MAX_PASSED = 50;

    private static final byte[] CRLF = {'\r', '\n'};

    private final DomainName host;
    private final ZoneId zone;
    private final RandomGenerator random;

    /** @param zone of the dates in it */
    AttachedMessage(DomainName host, ZoneId zone, RandomGenerator random) {
        this.host = host;
        this.zone = zone;
        this.random = random;
    }

    /** @param body what it holds in all */
    record Composed(Content content, BodyType body) {}

    /** @param trail the addresses of the accounts that it has passed, the last of which forwards */
    Composed compose(Letter letter, List<EmailAddress> trail, Instant now) throws IOException {
        BodyType body = body(letter);
        String boundary = "=_" + token();
        String before = header(letter, trail, boundary, now)
                + "--" + boundary + "\r\n"
                + text(trail.getLast())
                + "\r\n--" + boundary + "\r\n"
                + "Content-Type: " + (letter.declared().smtpUtf8() ? "message/global" : "message/rfc822") + "\r\n"
                + "Content-Transfer-Encoding: " + encoding(body) + "\r\n"
                + "Content-Disposition: attachment; filename=\"message.eml\"\r\n\r\n";
        String after = "\r\n--" + boundary + "--\r\n";
        return new Composed(
                new JoinedContent(
                        before.getBytes(StandardCharsets.UTF_8),
                        letter.message(),
                        after.getBytes(StandardCharsets.UTF_8)),
                body);
    }

    private String header(Letter letter, List<EmailAddress> trail, String boundary, Instant now) {
        EmailAddress account = trail.getLast();
        StringBuilder header = new StringBuilder(DeliveredTo.fields(trail));
        letter.passed().stream().limit(MAX_PASSED).forEach(field -> header.append(DeliveredTo.field(field)));
        return header.append("From: <" + account + ">\r\n")
                .append("To: <" + account + ">\r\n")
                .append(HeaderWriter.text("Subject", "Fwd: " + letter.summary().subject()))
                .append("Date: " + MailDate.format(now.atZone(zone).toOffsetDateTime()) + "\r\n")
                .append("Message-ID: <" + token() + "@" + host.ascii() + ">\r\n")
                .append("Auto-Submitted: auto-generated\r\n")
                .append("MIME-Version: 1.0\r\n")
                .append("Content-Type: multipart/mixed; boundary=\"" + boundary + "\"\r\n\r\n")
                .toString();
    }

    private static String text(EmailAddress account) {
        String text = account + " が受け取ったメールを添付ファイルとして転送します。\r\n"
                + "差出人のドメインは DMARC により転送されたメールを認めないため、そのまま転送すると\r\n"
                + "転送先で拒否されるか、迷惑メールとして扱われます。\r\n\r\n"
                + "The attached message was received by " + account + " and is forwarded as an attachment:\r\n"
                + "its author's domain disowns forwarded mail (DMARC), so that it would be refused, or taken for\r\n"
                + "spam, if it were sent on as it is.\r\n";
        return "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder(76, CRLF).encodeToString(text.getBytes(StandardCharsets.UTF_8))
                + "\r\n";
    }

    /** A part has to say what it holds (RFC 2045 §6.4), and senders do not always. */
    private static BodyType body(Letter letter) throws IOException {
        boolean plain = letter.declared().body() == BodyType.SEVEN_BIT;
        return plain && !isAscii(letter.message())
                ? BodyType.EIGHT_BIT
                : letter.declared().body();
    }

    private static boolean isAscii(Content content) throws IOException {
        byte[] buffer = new byte[Math.clamp(content.size(), 1, 16_384)];
        try (InputStream in = content.open()) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                for (int i = 0; i < count; i++) {
                    if (buffer[i] < 0) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private static String encoding(BodyType body) {
        return switch (body) {
            case SEVEN_BIT -> "7bit";
            case EIGHT_BIT -> "8bit";
            case BINARY -> "binary";
        };
    }

    private String token() {
        byte[] chance = new byte[16];
        random.nextBytes(chance);
        return HexFormat.of().formatHex(chance);
    }
}
