// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.reply;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.fumibako.delivery.MailDate;
import org.fumibako.mime.HeaderWriter;
import org.fumibako.mime.MailAddress;
import org.fumibako.mime.MessageSummary;
import org.fumibako.model.Content;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;

/** Writes replies (RFC 3834 §3, RFC 5230 §5). Whatever a script puts into a field, it stays one field. */
final class ReplyComposer {
    private static final byte[] CRLF = {'\r', '\n'};

    /** Message-IDs of the message's own References that are taken over. */
    private static final int MAX_REFERENCES = 20;

    private final DomainName host;
    private final ZoneId zone;
    private final RandomGenerator random;

    ReplyComposer(DomainName host, ZoneId zone, RandomGenerator random) {
        this.host = host;
        this.zone = zone;
        this.random = random;
    }

    /** @param own the addresses that the account may write as, its own first */
    Content compose(Reply reply, List<EmailAddress> own, EmailAddress to, MessageSummary about, Instant now) {
        String subject = reply.subject().orElse("Auto: " + about.subject());
        String header = from(reply, own)
                + HeaderWriter.address("To", "", to)
                + HeaderWriter.text("Subject", subject)
                + "Date: " + MailDate.format(now.atZone(zone).toOffsetDateTime()) + "\r\n"
                + "Message-ID: <" + token() + "@" + host.ascii() + ">\r\n"
                + thread(about)
                + "Auto-Submitted: auto-replied\r\n"
                + "MIME-Version: 1.0\r\n";
        String body = reply.mime() ? lines(reply.text()) : plain(reply.text());
        return Content.of((header + body).getBytes(StandardCharsets.UTF_8));
    }

    /** What a script says in {@code :from} counts when it is an address of the account; a name before it is welcome. */
    private static String from(Reply reply, List<EmailAddress> own) {
        Optional<MailAddress> wanted = reply.from()
                .map(MailAddress::parse)
                .filter(list -> list.size() == 1)
                .map(List::getFirst);
        Optional<EmailAddress> address = wanted.flatMap(MailAddress::email)
                .filter(email -> own.stream().anyMatch(mine -> mine.key().equals(email.key())));
        return HeaderWriter.address(
                "From",
                address.isPresent() ? wanted.map(MailAddress::name).orElse("") : "",
                address.orElse(own.getFirst()));
    }

    private static String thread(MessageSummary about) {
        if (about.messageId().isEmpty() || !about.messageId().matches("[\\x21-\\x7e&&[^<>]]+")) {
            return "";
        }
        StringBuilder references = new StringBuilder();
        List<String> before = List.of(about.references().split(" ", -1));
        for (String id : before.subList(Math.max(0, before.size() - MAX_REFERENCES), before.size())) {
            if (id.matches("[\\x21-\\x7e&&[^<>]]+")) {
                references.append("<" + id + ">\r\n ");
            }
        }
        String own = "<" + about.messageId() + ">";
        return "In-Reply-To: " + own + "\r\nReferences: " + references + own + "\r\n";
    }

    private static String plain(String text) {
        return "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder(76, CRLF).encodeToString(lines(text).getBytes(StandardCharsets.UTF_8))
                + "\r\n";
    }

    private static String lines(String text) {
        String lines = text.replace("\r\n", "\n").replace('\r', '\n').replace("\n", "\r\n");
        return lines.endsWith("\r\n") ? lines : lines + "\r\n";
    }

    private String token() {
        byte[] chance = new byte[16];
        random.nextBytes(chance);
        return HexFormat.of().formatHex(chance);
    }
}
