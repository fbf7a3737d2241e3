// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.search;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.fumibako.imap.fetch.MessageView;
import org.fumibako.mime.BodyPart;
import org.fumibako.mime.HeaderText;
import org.fumibako.mime.Headers;
import org.fumibako.mime.MimeLimits;
import org.fumibako.mime.PartText;
import org.fumibako.store.MailboxSnapshot;
import org.fumibako.store.MessageRow;
import org.jspecify.annotations.Nullable;

/** The message that is being tried, and what was read of it so far: each thing once, however many keys ask. */
final class SearchedMessage implements AutoCloseable {
    /** Octets of text, all parts together, that are searched. It bounds what one search holds in memory. */
    static final int MAX_TEXT = 4 << 20;

    private final MessageView message;
    private @Nullable EnvelopeFields envelope;
    private @Nullable Headers headers;
    private @Nullable List<String> headerTexts;
    private @Nullable List<String> bodyTexts;
    private int budget;

    SearchedMessage(MessageView message) {
        this.message = message;
    }

    void moveTo(MailboxSnapshot snapshot, int index, @Nullable MessageRow row) {
        message.moveTo(snapshot, index, row);
        envelope = null;
        headers = null;
        headerTexts = null;
        bodyTexts = null;
    }

    MailboxSnapshot snapshot() {
        return message.snapshot();
    }

    int index() {
        return message.index();
    }

    EnvelopeFields envelope() {
        if (envelope == null) {
            envelope = EnvelopeFields.of(message.row().envelope());
        }
        return envelope;
    }

    Headers headers() throws IOException {
        if (headers == null) {
            headers = Headers.read(message.content(), MimeLimits.DEFAULT);
        }
        return headers;
    }

    /** Text parts, and the headers of embedded messages. */
    boolean bodyContains(String folded) throws IOException {
        readTexts();
        return contains(bodyTexts, folded);
    }

    /** That, and the headers of the message and its parts. */
    boolean textContains(String folded) throws IOException {
        readTexts();
        return contains(headerTexts, folded) || contains(bodyTexts, folded);
    }

    private static boolean contains(@Nullable List<String> texts, String folded) {
        return texts != null && texts.stream().anyMatch(text -> text.contains(folded));
    }

    private void readTexts() throws IOException {
        if (bodyTexts == null) {
            budget = MAX_TEXT;
            List<String> inHeaders = new ArrayList<>();
            List<String> inBody = new ArrayList<>();
            read(message.structure(), inHeaders, inHeaders, inBody);
            headerTexts = inHeaders;
            bodyTexts = inBody;
        }
    }

    /** @param header where this part's own header belongs: that of an embedded message is body of the one around it */
    private void read(BodyPart part, List<String> header, List<String> inHeaders, List<String> inBody)
            throws IOException {
        if (budget <= 0) {
            return;
        }
        readHeader(part, header);
        for (BodyPart child : part.parts()) {
            read(child, part.type().equals("MESSAGE") ? inBody : inHeaders, inHeaders, inBody);
        }
        if (part.type().equals("TEXT") && budget > 0) {
            String text = PartText.read(message.content(), part, budget);
            budget -= text.length();
            inBody.add(Folding.fold(text));
        }
    }

    private void readHeader(BodyPart part, List<String> into) throws IOException {
        long length = part.bodyOffset() - part.headerOffset();
        if (length <= 0) {
            return;
        }
        byte[] octets;
        try (InputStream in =
                message.content().open(part.headerOffset(), Math.min(length, MimeLimits.DEFAULT.headerOctets()))) {
            octets = in.readAllBytes();
        }
        budget -= octets.length;
        Headers fields = Headers.of(octets);
        for (int i = 0; i < fields.size(); i++) {
            into.add(Folding.fold(fields.name(i) + ": " + HeaderText.decode(fields.value(i))));
        }
    }

    @Override
    public void close() {
        message.close();
    }
}
