// SPDX-License-Identifier: Apache-2.0
package org.fumibako.model;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one reader of addr-specs: SMTP envelopes, policy and headers must never disagree about what an address is. */
final class AddressParser {
    private static final String ATEXT_SPECIALS = "!#$%&'*+-/=?^_`{|}~";

    private AddressParser() {}

    static Optional<EmailAddress> parse(String text) {
        int at = text.lastIndexOf('@');
        if (at <= 0) {
            return Optional.empty();
        }
        String local = localPart(text.substring(0, at));
        if (local == null || local.getBytes(StandardCharsets.UTF_8).length > EmailAddress.MAX_LOCAL_PART) {
            return Optional.empty();
        }
        return DomainName.parse(text.substring(at + 1)).map(domain -> new EmailAddress(local, domain));
    }

    static String quoteLocalPart(String local) {
        if (isDotString(local)) {
            return local;
        }
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < local.length(); i++) {
            char c = local.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\');
            }
            quoted.append(c);
        }
        return quoted.append('"').toString();
    }

    private static @Nullable String localPart(String text) {
        if (text.startsWith("\"")) {
            return quotedString(text);
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '.' && !isAtext(text.charAt(i))) {
                return null;
            }
        }
        return text;
    }

    private static @Nullable String quotedString(String text) {
        StringBuilder value = new StringBuilder();
        int end = text.length() - 1;
        for (int i = 1; i < end; i++) {
            char c = text.charAt(i);
            if (c == '"') {
                return null;
            }
            if (c == '\\') {
                i++;
                if (i >= end) {
                    return null;
                }
                c = text.charAt(i);
            }
            if (c < 0x20 || c == 0x7f) {
                return null;
            }
            value.append(c);
        }
        return end < 2 || text.charAt(end) != '"' ? null : value.toString();
    }

    private static boolean isDotString(String local) {
        if (local.isEmpty() || local.startsWith(".") || local.endsWith(".") || local.contains("..")) {
            return false;
        }
        return local.chars().allMatch(c -> c == '.' || isAtext((char) c));
    }

    /** RFC 5322 §3.2.3 atext, widened by RFC 6531 §3.3 to every printable character above ASCII. */
    private static boolean isAtext(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || ATEXT_SPECIALS.indexOf(c) >= 0
                || (c > 0x9f && c != '\u2028' && c != '\u2029');
    }
}
