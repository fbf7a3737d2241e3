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
import org.fumibako.model.Content;
import org.fumibako.store.MessageStore.Column;

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
        Content content = message.content();
        Optional<ByteRange> range = section.equals(Section.ALL)
                ? Optional.of(new ByteRange(0, content.size()))
                : range(message.structure());
        if (range.isEmpty()) {
            out.item(name).ascii("NIL");
        } else if (section.fields().isEmpty()) {
            send(content, range.get().cut(partial), out);
        } else {
            sendFields(content, range.get(), out);
        }
    }

    private void send(Content content, ByteRange range, FetchOutput out) throws IOException {
        try (InputStream octets = content.open(range.offset(), range.length())) {
            out.item(name);
            out.literal(octets, range.length());
        }
    }

    private void sendFields(Content content, ByteRange header, FetchOutput out) throws IOException {
        boolean except = section.text() == Section.Text.HEADER_FIELDS_NOT;
        ByteArrayOutputStream fields = new ByteArrayOutputStream();
        try (InputStream octets = content.open(header.offset(), Math.min(header.length(), MAX_FILTERED_HEADER))) {
            new HeaderFilter(section.fields(), except).copy(octets, fields);
        }
        ByteRange sent = new ByteRange(0, fields.size()).cut(partial);
        out.item(name);
        out.literal(
                new ByteArrayInputStream(fields.toByteArray(), (int) sent.offset(), (int) sent.length()),
                sent.length());
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
