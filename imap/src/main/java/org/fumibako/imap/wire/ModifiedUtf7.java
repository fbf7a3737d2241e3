// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.wire;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Mailbox names of IMAP4rev1 (RFC 3501 §5.1.3): printable ASCII as it is, {@code &} as {@code &-}, all else as UTF-16 in base64 with
 * {@code ,} for {@code /} between {@code &} and {@code -}.
 */
final class ModifiedUtf7 {
    private ModifiedUtf7() {}

    static String encode(String name) {
        StringBuilder text = new StringBuilder(name.length() + 16);
        int at = 0;
        while (at < name.length()) {
            char c = name.charAt(at);
            if (isDirect(c)) {
                text.append(c == '&' ? "&-" : String.valueOf(c));
                at++;
            } else {
                int from = at;
                while (at < name.length() && !isDirect(name.charAt(at))) {
                    at++;
                }
                byte[] utf16 = name.substring(from, at).getBytes(StandardCharsets.UTF_16BE);
                String base64 = Base64.getEncoder().withoutPadding().encodeToString(utf16);
                text.append('&').append(base64.replace('/', ',')).append('-');
            }
        }
        return text.toString();
    }

    /** The name, or empty when {@code text} is not the one form that {@link #encode} gives that name. */
    static Optional<String> decode(String text) {
        StringBuilder name = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (!isDirect(c)) {
                return Optional.empty();
            }
            if (c != '&') {
                name.append(c);
                at++;
                continue;
            }
            int end = text.indexOf('-', at);
            if (end < 0) {
                return Optional.empty();
            }
            if (end == at + 1) {
                name.append('&');
            } else {
                byte[] utf16 = base64(text.substring(at + 1, end));
                if (utf16.length == 0 || utf16.length % 2 != 0) {
                    return Optional.empty();
                }
                name.append(new String(utf16, StandardCharsets.UTF_16BE));
            }
            at = end + 1;
        }
        // Only the canonical form names a mailbox: others would give two names to one (RFC 3501 §5.1.3).
        String decoded = name.toString();
        return encode(decoded).equals(text) ? Optional.of(decoded) : Optional.empty();
    }

    private static byte[] base64(String text) {
        if (text.indexOf('/') >= 0 || text.indexOf('=') >= 0) {
            return new byte[0];
        }
        try {
            return Base64.getDecoder().decode(text.replace(',', '/'));
        } catch (IllegalArgumentException malformed) {
            return new byte[0];
        }
    }

    private static boolean isDirect(char c) {
        return c >= ' ' && c <= '~';
    }
}
