// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.notice;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.fumibako.delivery.MailDate;
import org.fumibako.mime.HeaderWriter;
import org.fumibako.model.Content;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;

/** Writes a letter in the server's name that nobody is to answer (RFC 3834 §5: {@code auto-generated}). */
public final class SystemLetter {
    /** Between the languages of a letter. */
    public static final String RULE = "\n" + "-".repeat(70) + "\n\n";

    private static final byte[] CRLF = {'\r', '\n'};

    private final DomainName host;
    private final ZoneId zone;
    private final RandomGenerator random;

    /**
     * @param host our own name
     * @param zone of the dates in it
     */
    public SystemLetter(DomainName host, ZoneId zone, RandomGenerator random) {
        this.host = host;
        this.zone = zone;
        this.random = random;
    }

    /** Whose name it bears. */
    public enum Sender {
        POSTMASTER("Mail System", "postmaster"),
        MAILER_DAEMON("Mail Delivery System", "MAILER-DAEMON");

        private final String name;
        private final String localPart;

        Sender(String name, String localPart) {
            this.name = name;
            this.localPart = localPart;
        }
    }

    /** Our own name. */
    public DomainName host() {
        return host;
    }

    /** @param text of any length, its lines ended by a line feed */
    public Content compose(Sender sender, EmailAddress to, String subject, String text, Instant now) {
        byte[] body = text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        String message = "From: " + sender.name + " <" + sender.localPart + "@" + host.ascii() + ">\r\n"
                + "To: <" + to + ">\r\n"
                + HeaderWriter.text("Subject", subject)
                + "Date: " + MailDate.format(now.atZone(zone).toOffsetDateTime()) + "\r\n"
                + "Message-ID: <" + token() + "@" + host.ascii() + ">\r\n"
                + "Auto-Submitted: auto-generated\r\n"
                + "MIME-Version: 1.0\r\n"
                + "Content-Type: text/plain; charset=utf-8\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder(76, CRLF).encodeToString(body) + "\r\n";
        return Content.of(message.getBytes(StandardCharsets.UTF_8));
    }

    private String token() {
        byte[] chance = new byte[16];
        random.nextBytes(chance);
        return HexFormat.of().formatHex(chance);
    }
}
