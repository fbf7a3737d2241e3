// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.search;

import java.io.IOException;
import org.fumibako.imap.fetch.MessageView;
import org.fumibako.mime.EnvelopeFields;
import org.fumibako.mime.Headers;
import org.fumibako.mime.MimeLimits;
import org.fumibako.search.MessageText;
import org.fumibako.store.MailboxSnapshot;
import org.fumibako.store.MessageRow;
import org.jspecify.annotations.Nullable;

/** The message that is being tried, and what was read of it so far: each thing once, however many keys ask. */
final class SearchedMessage implements AutoCloseable {
    private final MessageView message;
    private @Nullable EnvelopeFields envelope;
    private @Nullable Headers headers;
    private @Nullable MessageText text;

    SearchedMessage(MessageView message) {
        this.message = message;
    }

    void moveTo(MailboxSnapshot snapshot, int index, @Nullable MessageRow row) {
        message.moveTo(snapshot, index, row);
        envelope = null;
        headers = null;
        text = null;
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

    boolean bodyContains(String folded) throws IOException {
        return text().body().contains(folded);
    }

    /** In the body, or the headers of the message and its parts. */
    boolean textContains(String folded) throws IOException {
        return text().header().contains(folded) || text().body().contains(folded);
    }

    private MessageText text() throws IOException {
        if (text == null) {
            text = MessageText.read(message.content(), message.structure());
        }
        return text;
    }

    @Override
    public void close() {
        message.close();
    }
}
