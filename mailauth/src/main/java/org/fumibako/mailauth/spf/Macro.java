// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.spf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * {@code %{l2r-}} and its like (RFC 7208 §7.1).
 *
 * @param letter in lower case
 * @param escaped written in upper case: what it makes is fit for a URL
 * @param keep so many parts from the right, or {@link Integer#MAX_VALUE}
 * @param delimiters empty when none was given
 */
record Macro(char letter, boolean escaped, int keep, boolean reversed, String delimiters) implements MacroString.Part {
    @Override
    public String expand(MacroValues values) {
        String value = values.of(letter);
        if (reversed || keep != Integer.MAX_VALUE || !delimiters.isEmpty()) {
            value = transformed(value);
        }
        return escaped ? escape(value) : value;
    }

    private String transformed(String value) {
        List<String> parts = split(value, delimiters.isEmpty() ? "." : delimiters);
        if (reversed) {
            Collections.reverse(parts);
        }
        return String.join(".", parts.subList(Math.max(0, parts.size() - keep), parts.size()));
    }

    private static List<String> split(String value, String delimiters) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < value.length(); i++) {
            if (delimiters.indexOf(value.charAt(i)) >= 0) {
                parts.add(value.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(value.substring(from));
        return parts;
    }

    /** RFC 3986 §2.3: everything that is not unreserved. */
    private static String escape(String value) {
        StringBuilder escaped = new StringBuilder(value.length());
        for (byte octet : value.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xFF);
            if (isUnreserved(c)) {
                escaped.append(c);
            } else {
                escaped.append('%').append(String.format("%02X", octet & 0xFF));
            }
        }
        return escaped.toString();
    }

    private static boolean isUnreserved(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "-._~".indexOf(c) >= 0;
    }
}
