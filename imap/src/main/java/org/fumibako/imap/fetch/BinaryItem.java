// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fumibako.imap.wire.FetchItem.Partial;
import org.fumibako.imap.wire.Octets;
import org.fumibako.imap.wire.ResponseCode;
import org.fumibako.mime.BodyPart;
import org.fumibako.mime.PartText;
import org.fumibako.model.Content;
import org.fumibako.store.MessageStore.Column;
import org.fumibako.store.StoreException;

/**
 * {@code BINARY[part]<partial>} and {@code BINARY.SIZE[part]} (RFC 9051 §6.4.5.2): a part without its transfer encoding. Decoding
 * runs twice, once to learn the length that a literal begins with, so that no part is ever held in memory.
 */
final class BinaryItem implements Rendering {
    private static final Set<String> KNOWN_ENCODINGS = Set.of("7BIT", "8BIT", "BINARY", "BASE64", "QUOTED-PRINTABLE");

    private final List<Integer> part;
    private final Optional<ByteRange> partial;
    private final boolean sizeOnly;
    private final byte[] name;

    private BinaryItem(List<Integer> part, Optional<Partial> partial, boolean sizeOnly) {
        this.part = part;
        this.partial = partial.map(cut -> new ByteRange(cut.offset(), cut.count()));
        this.sizeOnly = sizeOnly;
        Octets text = new Octets(24).ascii(sizeOnly ? "BINARY.SIZE[" : "BINARY[");
        ItemName.part(part, text);
        text.put(']');
        ItemName.origin(partial, text);
        this.name = text.toByteArray();
    }

    static BinaryItem part(List<Integer> part, Optional<Partial> partial) {
        return new BinaryItem(part, partial, false);
    }

    static BinaryItem size(List<Integer> part) {
        return new BinaryItem(part, Optional.empty(), true);
    }

    @Override
    public Set<Column> columns() {
        return Set.of(Column.STRUCTURE);
    }

    @Override
    public boolean readsContent() {
        return true;
    }

    @Override
    public void render(MessageView message, FetchOutput out) throws IOException {
        Optional<BodyPart> found = PartFinder.find(message.structure(), part);
        if (found.isEmpty()) {
            absent(out);
        } else if (!part.isEmpty() && !KNOWN_ENCODINGS.contains(found.get().encoding())) {
            out.problem(ResponseCode.UNKNOWN_CTE);
        } else {
            send(message, found.get(), out);
        }
    }

    private void absent(FetchOutput out) {
        if (sizeOnly) {
            out.item(name).put('0');
        } else {
            out.item(name).ascii("NIL");
        }
    }

    private void send(MessageView message, BodyPart found, FetchOutput out) throws IOException {
        long size = size(message.content(), found);
        if (sizeOnly) {
            out.item(name).number(size);
            return;
        }
        ByteRange sent = new ByteRange(0, size).cut(partial);
        try (InputStream octets = from(message.content(), found, sent.offset())) {
            out.item(name).put('~');
            out.literal(octets, sent.length());
        }
    }

    private long size(Content message, BodyPart found) {
        if (part.isEmpty()) {
            return message.size();
        }
        if (!found.encoding().equals("BASE64") && !found.encoding().equals("QUOTED-PRINTABLE")) {
            return found.bodySize();
        }
        long size = 0;
        byte[] chunk = new byte[8192];
        try (InputStream octets = open(message, found)) {
            for (int count = octets.read(chunk); count >= 0; count = octets.read(chunk)) {
                size += count;
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
        return size;
    }

    private InputStream from(Content message, BodyPart found, long offset) {
        try {
            InputStream octets = open(message, found);
            octets.skipNBytes(offset);
            return octets;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static StoreException unreadable(IOException e) {
        return new StoreException("the message cannot be read: " + e.getMessage(), e);
    }

    private InputStream open(Content message, BodyPart found) throws IOException {
        return part.isEmpty() ? message.open() : PartText.open(message, found);
    }
}
