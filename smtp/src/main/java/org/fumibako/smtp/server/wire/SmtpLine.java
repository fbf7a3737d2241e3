// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.server.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Bounds of a command line, and how its octets become text. */
public final class SmtpLine {
    /**
     * Octets in a command line without CRLF: 512 (RFC 5321 §4.5.3.1.4) and what extensions add to MAIL and RCPT, the
     * largest being ORCPT, NOTIFY, ENVID and AUTH with 500 each (RFC 3461 §4, RFC 4954 §4) and UTF-8 addresses.
     */
    public static final int MAX_COMMAND = 2_048;

    /** Octets in a line of an AUTH exchange (RFC 4954 §4). */
    public static final int MAX_AUTH = 12_288;

    private SmtpLine() {}

    /** The line as text without white space at its end (RFC 5321 §4.1.1 asks to bear it). */
    static String text(byte[] line) throws SmtpSyntaxException {
        int end = line.length;
        while (end > 0 && (line[end - 1] == ' ' || line[end - 1] == '\t')) {
            end--;
        }
        boolean ascii = true;
        for (int i = 0; i < end; i++) {
            if (line[i] < 0) {
                ascii = false;
            } else if (line[i] < 0x20 || line[i] == 0x7f) {
                throw new SmtpSyntaxException(500, "5.5.2", "Control characters are not allowed in a command");
            }
        }
        return ascii ? new String(line, 0, end, StandardCharsets.ISO_8859_1) : utf8(line, end);
    }

    private static String utf8(byte[] line, int end) throws SmtpSyntaxException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line, 0, end))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new SmtpSyntaxException(501, "5.5.2", "The command is not valid UTF-8");
        }
    }
}
