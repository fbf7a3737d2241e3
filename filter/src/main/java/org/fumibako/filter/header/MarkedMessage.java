// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.header;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.fumibako.model.Content;

/**
 * A message with the filter's fields on top and perhaps a tag in its subject. Fields of the names that we write, and that somebody else
 * wrote, are taken out: nobody's filter speaks for ours. The body is not touched.
 */
public final class MarkedMessage {
    /** Octets of header that are looked through; the SMTP and LMTP servers take no longer header. */
    public static final int MAX_HEADER = 1024 * 1024;

    private static final String OURS = "x-spam-";

    private final byte[] header;
    private final boolean tag;
    private final ByteArrayOutputStream marked;
    private boolean hasSubject;

    private MarkedMessage(byte[] header, String fields, boolean tag) {
        this.header = header;
        this.tag = tag;
        this.marked = new ByteArrayOutputStream(header.length + fields.length() + 64);
        this.marked.writeBytes(fields.getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * @param fields what to put on top: whole fields with line breaks, or nothing
     * @param tag whether the subject gets {@link SubjectTag#TAG}; a message without one gets a subject of nothing else
     */
    public static Content of(Content message, String fields, boolean tag) throws IOException {
        byte[] header;
        try (InputStream in = message.open(0, MAX_HEADER)) {
            header = in.readAllBytes();
        }
        MarkedMessage made = new MarkedMessage(header, fields, tag);
        int end = made.mark();
        return ReplacedHead.of(made.marked.toByteArray(), message, end);
    }

    /** Returns where the header ends. */
    private int mark() {
        int field = 0;
        while (field < header.length && !isEmptyLine(field)) {
            int next = nextField(field);
            mark(field, next);
            field = next;
        }
        if (tag && !hasSubject) {
            marked.writeBytes(("Subject: " + SubjectTag.TAG + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }
        return field;
    }

    private void mark(int from, int to) {
        String name = name(from, to);
        if (name.startsWith(OURS)) {
            return;
        }
        if (tag && name.equals("subject")) {
            hasSubject = true;
            marked.writeBytes(SubjectTag.tagged(Arrays.copyOfRange(header, from, to)));
        } else {
            marked.write(header, from, to - from);
        }
    }

    private String name(int from, int to) {
        int colon = from;
        while (colon < to && header[colon] != ':') {
            colon++;
        }
        return new String(header, from, colon - from, StandardCharsets.ISO_8859_1)
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    private boolean isEmptyLine(int at) {
        return header[at] == '\n' || (header[at] == '\r' && at + 1 < header.length && header[at + 1] == '\n');
    }

    private int nextField(int from) {
        int i = from;
        do {
            while (i < header.length && header[i] != '\n') {
                i++;
            }
            i = Math.min(i + 1, header.length);
        } while (i < header.length && (header[i] == ' ' || header[i] == '\t'));
        return i;
    }
}
