// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A part whose end has not been seen yet. */
final class OpenPart {
    private final long headerOffset;
    private final boolean isMessage;
    private final boolean inDigest;
    private final List<BodyPart> children = new ArrayList<>(0);
    private @Nullable ContentFields fields;
    private long bodyOffset;
    private long linesBeforeBody;
    private byte @Nullable [] boundary;
    private byte[] envelope = {};
    private byte[] embedded = {};

    /**
     * @param isMessage whether it is the whole message or one embedded in a message/rfc822
     * @param inDigest whether its parent is a multipart/digest
     */
    OpenPart(long headerOffset, boolean isMessage, boolean inDigest) {
        this.headerOffset = headerOffset;
        this.isMessage = isMessage;
        this.inDigest = inDigest;
    }

    long headerOffset() {
        return headerOffset;
    }

    /** Where its body begins; 0 as long as that is unknown. */
    long bodyOffset() {
        return bodyOffset;
    }

    boolean isMessage() {
        return isMessage;
    }

    boolean inDigest() {
        return inDigest;
    }

    boolean inHeader() {
        return fields == null;
    }

    ContentFields fields() {
        return Objects.requireNonNull(fields, "header not read");
    }

    /** The header is over. {@code delimiter} is the boundary with its two hyphens, or null when no delimiter is looked for. */
    void beginBody(ContentFields known, long offset, long linesBefore, byte @Nullable [] delimiter) {
        fields = known;
        bodyOffset = offset;
        linesBeforeBody = linesBefore;
        boundary = delimiter;
    }

    void envelope(byte[] octets) {
        envelope = octets;
    }

    byte[] envelope() {
        return envelope;
    }

    byte @Nullable [] boundary() {
        return boundary;
    }

    /** The last part is over; what follows up to the end of an outer part means nothing. */
    void beginEpilogue() {
        boundary = null;
    }

    /** @param childEnvelope of a child that is a message; empty for others */
    void add(BodyPart child, byte[] childEnvelope) {
        children.add(child);
        embedded = childEnvelope;
    }

    /** Closes the part at {@code end}; {@code linesAtEnd} line breaks lie before it. */
    BodyPart close(long end, long linesAtEnd) {
        ContentFields known = fields();
        long size = Math.max(0, end - bodyOffset);
        long lines = size == 0 ? 0 : linesAtEnd - linesBeforeBody;
        // A multipart without a delimiter line must have a part all the same (RFC 9051 §9, body-type-mpart): all there
        // is.
        if (known.isMultipart() && children.isEmpty()) {
            children.add(build(ContentFields.PLAIN, bodyOffset, size, lines, List.of()));
        }
        return build(known, headerOffset, size, lines, children);
    }

    private BodyPart build(ContentFields known, long from, long size, long lines, List<BodyPart> parts) {
        return new BodyPart(
                known.type(),
                known.subtype(),
                known.parameters(),
                known.id(),
                known.description(),
                known.encoding(),
                known.md5(),
                known.disposition().kind(),
                known.disposition().parameters(),
                known.language(),
                known.location(),
                from,
                bodyOffset,
                size,
                lines,
                List.copyOf(parts),
                known.isMessage() ? Optional.of(embedded) : Optional.empty());
    }
}
