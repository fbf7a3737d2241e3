// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.fetch;

import java.util.Optional;
import org.fumibako.mime.BodyPart;

/** {@code length} octets of a message from {@code offset}. */
record ByteRange(long offset, long length) {
    static final ByteRange NONE = new ByteRange(0, 0);

    static ByteRange header(BodyPart part) {
        return new ByteRange(part.headerOffset(), part.bodyOffset() - part.headerOffset());
    }

    static ByteRange body(BodyPart part) {
        return new ByteRange(part.bodyOffset(), part.bodySize());
    }

    /** The part of this range that {@code <offset.length>} asks for (RFC 9051 §6.4.5). */
    ByteRange cut(Optional<ByteRange> partial) {
        if (partial.isEmpty()) {
            return this;
        }
        long from = Math.min(partial.get().offset(), length);
        return new ByteRange(offset + from, Math.min(partial.get().length(), length - from));
    }
}
