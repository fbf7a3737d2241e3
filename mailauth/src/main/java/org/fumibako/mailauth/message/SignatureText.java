// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.message;

import java.util.Base64;
import java.util.List;

/**
 * Writes a signature field: tags in the order given, folded so that no line is longer than 78 characters where that can be
 * helped (RFC 5322 §2.1.1), with a hole where the signature goes. For one signature and one thread.
 */
public final class SignatureText {
    private static final int LINE = 78;

    /** Characters of a signature in one line, b= included. */
    private static final int BASE64_LINE = 72;

    private static final String FOLD = "\r\n ";

    private final StringBuilder text = new StringBuilder(1_024);
    private int column;
    private int hole = -1;

    public SignatureText(String fieldName) {
        append(fieldName + ":");
    }

    /** A tag whose value may not be broken. */
    public SignatureText tag(String name, String value) {
        begin(name.length() + value.length() + 2);
        append(name + "=" + value + ";");
        return this;
    }

    /** h=: broken behind a colon, where white space does not count. */
    public SignatureText names(List<String> names) {
        String whole = "h=" + String.join(":", names) + ";";
        begin(whole.length());
        if (column + whole.length() <= LINE) {
            append(whole);
            return this;
        }
        append("h=");
        for (int i = 0; i < names.size(); i++) {
            String item = names.get(i) + (i + 1 < names.size() ? ":" : ";");
            if (column + item.length() > LINE) {
                fold();
            }
            append(item);
        }
        return this;
    }

    /** b=, still without a value. */
    public SignatureText hole() {
        fold();
        append("b=");
        hole = text.length();
        append(";");
        return this;
    }

    /** Appends what is signed of this field: its canonical form, b= empty, without a line break (RFC 6376 §3.7). */
    public void canonical(Canonicalization form, OctetBuffer out) {
        out.field(text.substring(0, end()), form);
        out.dropLineBreak();
    }

    /** The whole field with its line break; what comes after the signature begins a new line. */
    public String signed(byte[] signature) {
        StringBuilder field = new StringBuilder(text.length() + signature.length * 3 / 2);
        field.append(text, 0, hole);
        String base64 = Base64.getEncoder().encodeToString(signature);
        int end = 0;
        for (int begin = 0; begin < base64.length(); begin = end) {
            end = Math.min(base64.length(), begin + BASE64_LINE - (begin == 0 ? 2 : 0));
            field.append(begin == 0 ? "" : FOLD).append(base64, begin, end);
        }
        return field.append(text, hole, end()).append("\r\n").toString();
    }

    /** The last tag has no semicolon. */
    private int end() {
        return text.length() - 1;
    }

    /** A space and room for so many characters, here or on a new line. */
    private void begin(int length) {
        if (column + 1 + length > LINE || (hole >= 0 && text.length() == hole + 1)) {
            fold();
        } else {
            append(" ");
        }
    }

    private void fold() {
        text.append(FOLD);
        column = 1;
    }

    private void append(String more) {
        text.append(more);
        column += more.length();
    }
}
