// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client.wire;

import java.util.Optional;

/** Writes the encoding of RFC 3461 §4, in which the values of ENVID and ORCPT travel. */
public final class XtextEncoder {
    private XtextEncoder() {}

    /** The value as xtext; empty when it has characters other than ASCII, for which there is no encoding. */
    public static Optional<String> encode(String value) {
        StringBuilder text = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c >= 0x80) {
                return Optional.empty();
            }
            if (c <= ' ' || c == '+' || c == '=' || c == 0x7f) {
                text.append('+').append(String.format("%02X", (int) c));
            } else {
                text.append(c);
            }
        }
        return Optional.of(text.toString());
    }
}
