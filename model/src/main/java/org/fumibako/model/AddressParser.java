// SPDX-License-Identifier: Apache-2.0
package org.fumibako.model;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one reader of addr-specs: SMTP envelopes, policy and headers must never disagree about what an address is. */
final class AddressParser {
    private static final String ATEXT_SPECIALS = "!#$%&'*+-/=?^_`{|}~";

    private AddressParser() {}

    static Optional<EmailAddress> parse(String text) {
        int at = text.lastIndexOf('@');
        // The root's dot is part of a domain name but of no address (RFC 5321 §4.1.2, RFC 5322 §3.4.1).
        if (at <= 0 || text.endsWith(".") || text.length() > EmailAddress.MAX_LENGTH) {
            return Optional.empty();
        }
        String local = localPart(text.substring(0, at));
        if (local == null || local.getBytes(StandardCharsets.UTF_8).length > EmailAddress.MAX_LOCAL_PART) {
            return Optional.empty();
        }
        return DomainName.parse(text.substring(at + 1))
                .map(domain -> new EmailAddress(local, domain))
                .filter(address -> address.toString().length() <= EmailAddress.MAX_LENGTH);
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
        String local = text.startsWith("\"") ? quotedString(text) : dotAtoms(text);
        return local == null || isAscii(local) ? local : international(local);
    }

    private static @Nullable String dotAtoms(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '.' && !isAtext(c)) {
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

    /**
     * RFC 6531 §3.3 lets every character above ASCII stand in a local part; RFC 6532 §3.1 asks for NFC. What nobody can see
     * (controls, format characters, lone surrogates, line separators) and what compatibility folding would turn into syntax
     * (a full-width {@code @}) would make two readers see two addresses.
     */
    private static @Nullable String international(String local) {
        String composed = Normalizer.normalize(local, Normalizer.Form.NFC);
        boolean visible = composed.codePoints().noneMatch(AddressParser::isUnseen);
        String folded = Normalizer.normalize(composed, Normalizer.Form.NFKC);
        return visible && count(folded, '@') == count(composed, '@') ? composed : null;
    }

    private static boolean isUnseen(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            case Character.SPACE_SEPARATOR -> codePoint != ' ';
            default -> false;
        };
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    private static boolean isDotString(String local) {
        if (local.isEmpty() || local.startsWith(".") || local.endsWith(".") || local.contains("..")) {
            return false;
        }
        return local.chars().allMatch(c -> c == '.' || isAtext((char) c));
    }

    /** RFC 5322 §3.2.3 atext, widened by RFC 6531 §3.3 to the characters above ASCII. */
    private static boolean isAtext(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || ATEXT_SPECIALS.indexOf(c) >= 0
                || c >= 0x80;
    }
}
