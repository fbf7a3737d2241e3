// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.server.wire;

import java.util.Optional;
import org.fumibako.model.EmailAddress;

/** The reverse-path of MAIL and the forward-path of RCPT (RFC 5321 §4.1.2). */
final class PathReader {
    /** Octets in a path with its brackets (RFC 5321 §4.5.3.1.3). */
    static final int MAX_PATH = 256;

    private static final String NOT_AN_ADDRESS = "5.1.3";

    private PathReader() {}

    /** A path and what stands behind it. {@code address} is empty for {@code <>} and for {@code <postmaster>}. */
    record Path(Optional<EmailAddress> address, String rest) {}

    static Path reverse(String text) throws SmtpSyntaxException {
        String inner = inner(text, "MAIL FROM");
        String rest = rest(text, inner);
        if (inner.isEmpty()) {
            return new Path(Optional.empty(), rest);
        }
        if (inner.endsWith("]")) {
            throw new SmtpSyntaxException(553, "5.1.7", "Sender addresses at an address literal are not accepted");
        }
        return new Path(Optional.of(address(inner, "5.1.7")), rest);
    }

    static Path forward(String text) throws SmtpSyntaxException {
        String inner = inner(text, "RCPT TO");
        String rest = rest(text, inner);
        if (inner.isEmpty()) {
            throw new SmtpSyntaxException(553, NOT_AN_ADDRESS, "The recipient is empty");
        }
        if (inner.equalsIgnoreCase("postmaster")) {
            return new Path(Optional.empty(), rest);
        }
        if (inner.endsWith("]")) {
            throw new SmtpSyntaxException(550, "5.7.1", "Recipients at an address literal are not accepted");
        }
        return new Path(Optional.of(address(inner, NOT_AN_ADDRESS)), rest);
    }

    private static EmailAddress address(String inner, String status) throws SmtpSyntaxException {
        if (inner.startsWith("@")) {
            // RFC 5321 Appendix C lets a server ignore a route; one that never carries mail on needs none.
            throw new SmtpSyntaxException(553, status, "Source routes are not accepted");
        }
        if (inner.indexOf('@') < 0) {
            throw new SmtpSyntaxException(553, status, "The address needs a domain");
        }
        return EmailAddress.parse(inner)
                .orElseThrow(() -> new SmtpSyntaxException(553, status, "That is not a mail address"));
    }

    /** What stands between the angle brackets; a {@code >} inside a quoted local part does not end it. */
    private static String inner(String text, String command) throws SmtpSyntaxException {
        boolean quoted = false;
        for (int i = 1; text.startsWith("<") && i < text.length() && i < MAX_PATH; i++) {
            char c = text.charAt(i);
            if (c == '\\' && quoted) {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == '>' && !quoted) {
                return text.substring(1, i);
            } else if (c == '<' && !quoted) {
                break;
            }
        }
        throw new SmtpSyntaxException(
                501, "5.5.4", "Write " + command + ":<address> with an address of at most 254 octets");
    }

    private static String rest(String text, String inner) throws SmtpSyntaxException {
        String rest = text.substring(inner.length() + 2);
        if (!rest.isEmpty() && rest.charAt(0) != ' ') {
            throw new SmtpSyntaxException(501, "5.5.4", "Nothing but a space may follow the address");
        }
        return rest;
    }
}
