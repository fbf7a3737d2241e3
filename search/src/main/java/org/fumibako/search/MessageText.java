// SPDX-License-Identifier: Apache-2.0
package org.fumibako.search;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.fumibako.mime.BodyPart;
import org.fumibako.mime.EnvelopeFields;
import org.fumibako.mime.HeaderText;
import org.fumibako.mime.Headers;
import org.fumibako.mime.MimeLimits;
import org.fumibako.mime.PartText;
import org.fumibako.model.Content;

/**
 * What a message says, folded: with encoded words, transfer encodings, charsets and the markup of HTML undone. Both the index
 * and the search in what is not indexed read this, so they find the same. Pieces that do not belong together are kept apart by
 * line breaks, which folded text never has.
 */
public final class MessageText {
    /** Octets of text, all parts together, that are searched. It bounds what one search holds in memory. */
    public static final int MAX_TEXT = 4 << 20;

    /** Fields in which nobody looks for words, and which hold more of random letters than the rest of a header together. */
    private static final String SIGNATURES = " dkim-signature domainkey-signature arc-seal arc-message-signature"
            + " x-google-dkim-signature x-gm-message-state x-google-smtp-source x-microsoft-antispam-message-info"
            + " x-ms-exchange-antispam-messagedata-0 x-ms-exchange-antispam-messagedata-chunkcount ";

    private final Content content;
    private final StringBuilder header = new StringBuilder();
    private final StringBuilder body = new StringBuilder();
    private int budget = MAX_TEXT;

    private MessageText(Content content) {
        this.content = content;
    }

    /** Reads the message whose structure {@code root} is, at most {@link #MAX_TEXT} octets of it. */
    public static MessageText read(Content content, BodyPart root) throws IOException {
        MessageText text = new MessageText(content);
        text.read(root, text.header);
        return text;
    }

    /** The lines of its header and of the headers of its parts, with names. */
    public String header() {
        return header.toString();
    }

    /** What else it says. */
    public String body() {
        return body.toString();
    }

    /** A field of an envelope; empty when the message has none. */
    static String field(EnvelopeFields envelope, TextField field) {
        return envelope.field(field.name())
                .map(HeaderText::decode)
                .map(Folding::fold)
                .orElse("");
    }

    /** Whether {@link #header} leaves out the fields of that name. */
    public static boolean isSignature(String fieldName) {
        return SIGNATURES.contains(' ' + fieldName.toLowerCase(Locale.ROOT) + ' ');
    }

    /** @param own where this part's own header belongs: that of an embedded message is body of the one around it */
    private void read(BodyPart part, StringBuilder own) throws IOException {
        if (budget <= 0) {
            return;
        }
        readHeader(part, own);
        part.fileName().ifPresent(name -> add(name, body));
        for (BodyPart child : part.parts()) {
            read(child, part.type().equals("MESSAGE") ? body : header);
        }
        if (part.type().equals("TEXT") && budget > 0) {
            int most = (int) Math.min(budget, part.bodySize());
            budget -= most;
            add(PartText.words(content, part, most), body);
        }
    }

    private void readHeader(BodyPart part, StringBuilder into) throws IOException {
        long length = part.bodyOffset() - part.headerOffset();
        if (length <= 0) {
            return;
        }
        byte[] octets;
        try (InputStream in = content.open(part.headerOffset(), Math.min(length, MimeLimits.DEFAULT.headerOctets()))) {
            octets = in.readAllBytes();
        }
        budget -= octets.length;
        Headers fields = Headers.of(octets);
        for (int i = 0; i < fields.size(); i++) {
            String name = fields.name(i);
            if (!isSignature(name)) {
                add(name + ": " + HeaderText.decode(fields.value(i)), into);
            }
        }
    }

    private static void add(String piece, StringBuilder to) {
        if (!to.isEmpty()) {
            to.append('\n');
        }
        to.append(Folding.fold(piece));
    }
}
