// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.wire;

import java.util.List;
import java.util.Optional;

/** One thing that FETCH asks about a message (RFC 9051 §6.4.5). */
public sealed interface FetchItem {
    /** Items without arguments. {@code BODY} is the body structure without extension data. */
    enum Attribute implements FetchItem {
        UID("UID"),
        FLAGS("FLAGS"),
        INTERNALDATE("INTERNALDATE"),
        RFC822_SIZE("RFC822.SIZE"),
        ENVELOPE("ENVELOPE"),
        BODY("BODY"),
        BODYSTRUCTURE("BODYSTRUCTURE"),
        MODSEQ("MODSEQ"),
        SAVEDATE("SAVEDATE"),
        EMAILID("EMAILID"),
        THREADID("THREADID"),
        /** RFC 8970; {@code PREVIEW (LAZY)} is the same to us, as previews are computed at arrival. */
        PREVIEW("PREVIEW"),
        /** RFC 3501 §6.4.5: as {@code BODY[]}, answered under this name. */
        RFC822("RFC822"),
        /** RFC 3501 §6.4.5: as {@code BODY.PEEK[HEADER]}, answered under this name. */
        RFC822_HEADER("RFC822.HEADER"),
        /** RFC 3501 §6.4.5: as {@code BODY[TEXT]}, answered under this name. */
        RFC822_TEXT("RFC822.TEXT");

        private final String wireName;

        Attribute(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }

    /** {@code BODY[section]<partial>}; without {@code peek} it sets {@code \Seen}. */
    record Body(Section section, Optional<Partial> partial, boolean peek) implements FetchItem {}

    /** {@code BINARY[part]<partial>}: the part without its transfer encoding; {@code part} is empty for the whole message. */
    record Binary(List<Integer> part, Optional<Partial> partial, boolean peek) implements FetchItem {
        public Binary {
            part = List.copyOf(part);
        }
    }

    /** {@code BINARY.SIZE[part]}. */
    record BinarySize(List<Integer> part) implements FetchItem {
        public BinarySize {
            part = List.copyOf(part);
        }
    }

    /** {@code <offset.count>}: {@code count} octets at most, from {@code offset}; {@code count} is at least 1. */
    record Partial(long offset, long count) {}

    /**
     * What stands between the brackets of {@code BODY[]}.
     *
     * @param part part numbers from 1, empty for the message itself
     * @param fields names for HEADER.FIELDS and HEADER.FIELDS.NOT as the client wrote them, else empty
     */
    record Section(List<Integer> part, Text text, List<String> fields) {
        public static final Section ALL = new Section(List.of(), Text.ALL, List.of());

        public Section {
            part = List.copyOf(part);
            fields = List.copyOf(fields);
        }

        /** Which text of the part. */
        public enum Text {
            ALL(""),
            HEADER("HEADER"),
            HEADER_FIELDS("HEADER.FIELDS"),
            HEADER_FIELDS_NOT("HEADER.FIELDS.NOT"),
            TEXT("TEXT"),
            MIME("MIME");

            private final String wireName;

            Text(String wireName) {
                this.wireName = wireName;
            }

            public String wireName() {
                return wireName;
            }
        }
    }
}
