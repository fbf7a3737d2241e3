// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.fetch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import org.fumibako.imap.wire.FetchItem.Partial;
import org.fumibako.imap.wire.FetchItem.Section;
import org.fumibako.imap.wire.Octets;
import org.fumibako.mime.BodyPart;
import org.fumibako.store.MessageStore.Column;
import org.fumibako.store.StoreException;

/** {@code BODY[section]<partial>} (RFC 9051 §6.4.5.1): reads from the message only the octets that it sends. */
final class SectionItem implements Rendering {
    /**
     * Octets of a header from which fields are picked. Far beyond real headers, and a bound on what one client can make us
     * hold; fields after it are not found.
     */
    static final int MAX_FILTERED_HEADER = 1 << 20;

    private final byte[] name;
    private final Section section;
    private final Optional<ByteRange> partial;

    /** @param name what the answer calls the item */
    SectionItem(byte[] name, Section section, Optional<Partial> partial) {
        this.name = name;
        this.section = section;
        this.partial = partial.map(cut -> new ByteRange(cut.offset(), cut.count()));
    }

    @Override
    public Set<Column> columns() {
        return section.equals(Section.ALL) ? Set.of() : Set.of(Column.STRUCTURE);
    }

    @Override
    public boolean readsContent() {
        return true;
    }

    @Override
    public void render(MessageView message, FetchOutput out) throws IOException {
        Optional<ByteRange> range = section.equals(Section.ALL)
                ? Optional.of(new ByteRange(0, message.content().size()))
                : range(message.structure());
        if (range.isEmpty()) {
            out.item(name).ascii("NIL");
        } else if (section.fields().isEmpty()) {
            send(message, range.get().cut(partial), out);
        } else {
            sendFields(message, range.get(), out);
        }
    }

    private void send(MessageView message, ByteRange range, FetchOutput out) throws IOException {
        try (InputStream octets = message.open(range)) {
            out.item(name);
            out.literal(octets, range.length());
        }
    }

    private void sendFields(MessageView message, ByteRange header, FetchOutput out) throws IOException {
        byte[] fields = fields(message, new ByteRange(header.offset(), Math.min(header.length(), MAX_FILTERED_HEADER)));
        ByteRange sent = new ByteRange(0, fields.length).cut(partial);
        out.item(name);
        out.literal(new ByteArrayInputStream(fields, (int) sent.offset(), (int) sent.length()), sent.length());
    }

    private byte[] fields(MessageView message, ByteRange header) {
        boolean except = section.text() == Section.Text.HEADER_FIELDS_NOT;
        ByteArrayOutputStream fields = new ByteArrayOutputStream();
        try (InputStream octets = message.open(header)) {
            new HeaderFilter(section.fields(), except).copy(octets, fields);
        } catch (IOException e) {
            throw new StoreException("the message cannot be read: " + e.getMessage(), e);
        }
        return fields.toByteArray();
    }

    private Optional<ByteRange> range(BodyPart message) {
        Optional<BodyPart> part = PartFinder.find(message, section.part());
        return switch (section.text()) {
            case ALL -> part.map(ByteRange::body);
            case MIME -> part.map(ByteRange::header);
            case HEADER, HEADER_FIELDS, HEADER_FIELDS_NOT ->
                part.flatMap(this::messageIn).map(ByteRange::header);
            case TEXT -> part.flatMap(this::messageIn).map(ByteRange::body);
        };
    }

    /** HEADER and TEXT are of the message itself, or of the one that a message/rfc822 part holds. */
    private Optional<BodyPart> messageIn(BodyPart part) {
        return section.part().isEmpty() ? Optional.of(part) : PartFinder.embedded(part);
    }

    /** {@code BODY[1.HEADER.FIELDS (From To)]<0>}. */
    static byte[] name(Section section, Optional<Partial> partial) {
        Octets name = new Octets(32).ascii("BODY[");
        ItemName.part(section.part(), name);
        if (!section.part().isEmpty() && section.text() != Section.Text.ALL) {
            name.put('.');
        }
        name.ascii(section.text().wireName());
        if (!section.fields().isEmpty()) {
            ItemName.fields(section.fields(), name);
        }
        name.put(']');
        ItemName.origin(partial, name);
        return name.toByteArray();
    }
}
