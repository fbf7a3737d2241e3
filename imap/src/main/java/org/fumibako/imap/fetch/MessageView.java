// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongFunction;
import org.fumibako.mime.BodyPart;
import org.fumibako.model.Content;
import org.fumibako.store.MailboxSnapshot;
import org.fumibako.store.MessageRow;
import org.fumibako.store.StoreException;
import org.jspecify.annotations.Nullable;

/** The message that is being rendered: its place in a snapshot, its row of the index, its content. Reused from one to the next. */
public final class MessageView implements AutoCloseable {
    private final LongFunction<Content> contents;
    private @Nullable MailboxSnapshot snapshot;
    private int index;
    private @Nullable MessageRow row;
    private @Nullable BodyPart structure;
    private @Nullable Content content;

    /** @param contents opens the octets of a message by its content id; they are closed here */
    public MessageView(LongFunction<Content> contents) {
        this.contents = contents;
    }

    /** Turns to another message, whose content is opened when something reads it. */
    public void moveTo(MailboxSnapshot newSnapshot, int newIndex, @Nullable MessageRow newRow) {
        close();
        snapshot = newSnapshot;
        index = newIndex;
        row = newRow;
    }

    public MailboxSnapshot snapshot() {
        return present(snapshot);
    }

    /** Where the message lies in {@link #snapshot}. */
    public int index() {
        return index;
    }

    /** Holds the columns that were asked for. */
    public MessageRow row() {
        return present(row);
    }

    public BodyPart structure() {
        if (structure == null) {
            structure = BodyPart.decode(row().structure());
        }
        return structure;
    }

    public Content content() {
        if (content == null) {
            content = contents.apply(snapshot().contentId(index));
        }
        return content;
    }

    /** A range of the content; a failure to read it is the store's. */
    InputStream open(ByteRange range) {
        try {
            return content().open(range.offset(), range.length());
        } catch (IOException e) {
            throw new StoreException("the message cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        structure = null;
        row = null;
        if (content != null) {
            content.close();
            content = null;
        }
    }

    private static <T> T present(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("not at a message, or a column that was not asked for");
        }
        return value;
    }
}
