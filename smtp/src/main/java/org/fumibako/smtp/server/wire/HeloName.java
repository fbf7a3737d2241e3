// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.server.wire;

/** The name a client gives itself: a domain or an address literal (RFC 5321 §4.1.1.1, §4.1.3). */
final class HeloName {
    /** RFC 5321 §4.5.3.1.2. */
    static final int MAX_LENGTH = 255;

    private HeloName() {}

    /** Read tolerantly, since many a host does not know its name; but it reaches a header, so only harmless characters. */
    static String check(String text) throws SmtpSyntaxException {
        if (text.isEmpty()) {
            throw new SmtpSyntaxException(501, "5.5.4", "Say your host name after the command");
        }
        if (text.length() > MAX_LENGTH || !(isDomain(text) || isLiteral(text))) {
            throw new SmtpSyntaxException(501, "5.5.4", "That is not a host name or an address literal");
        }
        return text;
    }

    private static boolean isDomain(String text) {
        return text.chars().allMatch(c -> isLetterDigit(c) || c == '-' || c == '.' || c == '_');
    }

    private static boolean isLiteral(String text) {
        return text.length() > 2
                && text.startsWith("[")
                && text.endsWith("]")
                && text.substring(1, text.length() - 1)
                        .chars()
                        .allMatch(c -> isLetterDigit(c) || c == '-' || c == '.' || c == ':' || c == '%');
    }

    private static boolean isLetterDigit(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
