// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.abuse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.fumibako.delivery.AddressList;
import org.fumibako.delivery.HeaderFields;
import org.fumibako.delivery.dsn.ReportFields;
import org.fumibako.model.Content;
import org.fumibako.model.EmailAddress;

/**
 * An error mail, as far as it says which message it is about: in a report (RFC 3464), in the header that is given back with it, or in
 * the plain text that old servers write.
 *
 * @param from who reports it
 * @param messageIds without brackets
 * @param recipients whom the message did not reach, by {@link EmailAddress#key}
 */
record Bounce(String from, Set<String> messageIds, Set<String> recipients) {
    /** Octets that are looked at: reports put what they are about at the beginning, and give back a header after it. */
    static final int MAX_READ = 256 << 10;

    /** Message ids, and recipients, that are taken note of; a report about one message has few. */
    static final int MAX_FOUND = 50;

    private static final Set<String> REPORTERS = Set.of("mailer-daemon", "postmaster", "mailerdaemon");

    /** Reads a message with a null sender; empty when it is no error mail: a receipt, an absence note, a report of complaints. */
    static Optional<Bounce> read(Content message) throws IOException {
        HeaderFields header = HeaderFields.of(message);
        String from = header.bodies("From").stream().findFirst().orElse("");
        if (!isReport(header) && !isReporter(from)) {
            return Optional.empty();
        }
        Bounce bounce = new Bounce(from, new LinkedHashSet<>(), new LinkedHashSet<>());
        header.bodies("X-Failed-Recipients").forEach(bounce::recipients);
        header.bodies("In-Reply-To").forEach(bounce::ids);
        header.bodies("References").forEach(bounce::ids);
        bounce.body(message);
        return Optional.of(bounce);
    }

    private static boolean isReport(HeaderFields header) {
        return header.bodies("Content-Type").stream()
                .map(type -> type.toLowerCase(Locale.ROOT))
                .anyMatch(type -> type.startsWith("multipart/report") && type.contains("delivery-status"));
    }

    private static boolean isReporter(String from) {
        return AddressList.parse(from)
                .map(List::getFirst)
                .filter(address -> REPORTERS.contains(address.localPart().toLowerCase(Locale.ROOT)))
                .isPresent();
    }

    private void body(Content message) throws IOException {
        String text;
        try (InputStream in = message.open(0, MAX_READ)) {
            text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
        int body = text.indexOf("\r\n\r\n");
        String[] lines = (body < 0 ? "" : text.substring(body + 4)).split("\r?\n", -1);
        for (int i = 0; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            if (colon > 0) {
                String folded = i + 1 < lines.length && isContinued(lines[i + 1]) ? lines[i + 1] : "";
                field(lines[i].substring(0, colon).strip(), lines[i].substring(colon + 1) + folded);
            }
        }
    }

    private static boolean isContinued(String line) {
        return line.startsWith(" ") || line.startsWith("\t");
    }

    private void field(String name, String value) {
        if (ReportFields.namesMessage(name)) {
            ids(value);
        } else if (ReportFields.namesRecipient(name)) {
            recipients(value);
        }
    }

    private void ids(String value) {
        messageIds.addAll(ReportFields.ids(value, MAX_FOUND - messageIds.size()));
    }

    /** {@code rfc822; address}, or a list of addresses. */
    private void recipients(String value) {
        for (String one : ReportFields.addresses(value).split(",", MAX_FOUND)) {
            if (recipients.size() < MAX_FOUND) {
                EmailAddress.parse(one.replaceAll("[<>]", "").strip())
                        .map(EmailAddress::key)
                        .ifPresent(recipients::add);
            }
        }
    }
}
