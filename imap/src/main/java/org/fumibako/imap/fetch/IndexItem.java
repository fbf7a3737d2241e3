// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.fetch;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.fumibako.mime.ImapText;
import org.fumibako.store.MessageStore.Column;

/** Items that were computed at arrival and lie in the index. */
enum IndexItem {
    ENVELOPE(Column.ENVELOPE),
    BODY(Column.STRUCTURE),
    BODYSTRUCTURE(Column.STRUCTURE),
    /** RFC 8970 §3. */
    PREVIEW(Column.PREVIEW);

    private final Column column;

    IndexItem(Column column) {
        this.column = column;
    }

    Rendering rendering() {
        byte[] wireName = name().getBytes(StandardCharsets.US_ASCII);
        Set<Column> columns = Set.of(column);
        return new Rendering() {
            @Override
            public Set<Column> columns() {
                return columns;
            }

            @Override
            public void render(MessageView message, FetchOutput out) {
                out.item(wireName).put(value(message));
            }
        };
    }

    private byte[] value(MessageView message) {
        return switch (this) {
            case ENVELOPE -> message.row().envelope();
            case BODY -> BodyStructureWriter.write(message.structure(), false);
            case BODYSTRUCTURE -> BodyStructureWriter.write(message.structure(), true);
            case PREVIEW -> utf8(message.row().preview());
        };
    }

    /** {@link ImapText} takes one char for an octet. */
    private static byte[] utf8(String text) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        return new ImapText(octets.length + 16)
                .string(new String(octets, StandardCharsets.ISO_8859_1))
                .toByteArray();
    }
}
