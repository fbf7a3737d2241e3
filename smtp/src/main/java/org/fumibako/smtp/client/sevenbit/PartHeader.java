// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client.sevenbit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** The header of a message or part, in which the transfer encoding is replaced and the rest stays as it is. */
final class PartHeader {
    private static final String ENCODING = "content-transfer-encoding";

    private final byte[] octets;

    /** @param octets with the empty line that ends it */
    PartHeader(byte[] octets) {
        this.octets = octets;
    }

    /**
     * @param encoding the new one; without it the part is 7bit, which nobody has to say
     * @param top whether it is the message's own, which must declare MIME for the encoding to count (RFC 2045 §4)
     */
    byte[] with(Optional<String> encoding, boolean top) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(octets.length + 100);
        boolean mime = false;
        boolean typed = false;
        boolean dropping = false;
        int at = 0;
        while (at < octets.length) {
            int end = lineEnd(at);
            boolean folded = octets[at] == ' ' || octets[at] == '\t';
            boolean last = octets[at] == '\r' || octets[at] == '\n';
            if (!folded) {
                String name = name(at, end);
                dropping = name.equals(ENCODING);
                mime |= name.equals("mime-version");
                typed |= name.equals("content-type");
            }
            if (last) {
                break;
            }
            if (!dropping) {
                out.write(octets, at, end - at);
            }
            at = end;
        }
        if (top && encoding.isPresent()) {
            add(out, !mime, "MIME-Version: 1.0");
            // RFC 1428 §3: text in who knows which charset.
            add(out, !typed, "Content-Type: text/plain; charset=unknown-8bit");
        }
        encoding.ifPresent(value -> add(out, true, "Content-Transfer-Encoding: " + value));
        out.write(octets, at, octets.length - at);
        return out.toByteArray();
    }

    private static void add(ByteArrayOutputStream out, boolean missing, String field) {
        if (missing) {
            out.writeBytes((field + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }
    }

    private int lineEnd(int from) {
        int end = from;
        while (end < octets.length && octets[end] != '\n') {
            end++;
        }
        return Math.min(end + 1, octets.length);
    }

    private String name(int from, int to) {
        int colon = from;
        while (colon < to && octets[colon] != ':') {
            colon++;
        }
        return colon == to
                ? ""
                : new String(octets, from, colon - from, StandardCharsets.ISO_8859_1)
                        .strip()
                        .toLowerCase(Locale.ROOT);
    }
}
