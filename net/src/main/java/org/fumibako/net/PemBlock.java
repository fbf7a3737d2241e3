// SPDX-License-Identifier: Apache-2.0
package org.fumibako.net;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** One {@code -----BEGIN label-----} part of a PEM text (RFC 7468 §2). */
record PemBlock(String label, byte[] content) {
    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String DASHES = "-----";

    /** All parts; text between them is ignored. Throws {@link IllegalArgumentException} for a damaged part. */
    static List<PemBlock> parse(String text) {
        List<PemBlock> blocks = new ArrayList<>();
        String label = "";
        StringBuilder base64 = new StringBuilder();
        for (String line : (Iterable<String>) text.lines().map(String::strip)::iterator) {
            if (line.startsWith(BEGIN) && line.endsWith(DASHES)) {
                label = line.substring(BEGIN.length(), line.length() - DASHES.length());
                base64.setLength(0);
            } else if (line.startsWith(END) && !label.isEmpty()) {
                blocks.add(new PemBlock(label, Base64.getDecoder().decode(base64.toString())));
                label = "";
            } else if (!label.isEmpty()) {
                base64.append(line);
            }
        }
        if (!label.isEmpty()) {
            throw new IllegalArgumentException(label + " without END");
        }
        return blocks;
    }
}
