// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One pass over a message: a stack of open parts, the innermost last. A line that is a delimiter of an open multipart ends
 * every part above it (RFC 2046 §5.1.2); when several multiparts have the same boundary the innermost takes the line.
 *
 * <p>A delimiter line is the whole boundary, {@code --} for a closing one, white space, and nothing else, so that a boundary
 * which begins another one ends nothing.
 */
final class StructureReader implements AutoCloseable {
    private final OctetWindow window;
    private final MimeLimits limits;
    private final List<OpenPart> path = new ArrayList<>(4);
    private HeaderBlock header;
    private Headers rootHeaders = Headers.of(new byte[0]);
    private int parts = 1;
    private int openMultiparts;

    StructureReader(OctetWindow window, MimeLimits limits) {
        this.window = window;
        this.limits = limits;
        this.header = new HeaderBlock(limits);
    }

    /** What one pass finds out. */
    record Structure(BodyPart root, Headers headers, byte[] envelope) {}

    Structure read() throws IOException {
        path.add(new OpenPart(0, true, false));
        boolean more = window.advance();
        while (more) {
            line();
            if (openMultiparts == 0 && !innermost().inHeader()) {
                window.skipToEnd();
                more = false;
            } else {
                more = window.advance();
            }
        }
        OpenPart message = path.getFirst();
        closeAbove(0, window.nextOffset(), window.lines());
        BodyPart root = close(message, window.nextOffset(), window.lines());
        return new Structure(root, rootHeaders, message.envelope());
    }

    private OpenPart innermost() {
        return path.getLast();
    }

    private void line() {
        if (openMultiparts > 0 && window.startsLine() && isDelimiterLike() && delimiter()) {
            return;
        }
        if (!innermost().inHeader()) {
            return;
        }
        if (window.isEmptyLine()) {
            beginBody(window.nextOffset(), window.lines());
        } else {
            header.append(window);
        }
    }

    private boolean isDelimiterLike() {
        int from = window.from();
        byte[] octets = window.octets();
        return window.to() - from >= 2 && octets[from] == '-' && octets[from + 1] == '-';
    }

    /** Ends and begins parts if the line is a delimiter of an open multipart. */
    private boolean delimiter() {
        for (int level = path.size() - 1; level >= 0; level--) {
            byte[] boundary = path.get(level).boundary();
            if (boundary == null || !startsWith(boundary)) {
                continue;
            }
            int rest = window.from() + boundary.length;
            if (isBlank(rest)) {
                return beginPart(level);
            }
            if (isClosing(rest)) {
                endParts(level);
                return true;
            }
        }
        return false;
    }

    private boolean startsWith(byte[] boundary) {
        int from = window.from();
        return window.to() - from >= boundary.length
                && Arrays.equals(window.octets(), from, from + boundary.length, boundary, 0, boundary.length);
    }

    private boolean isBlank(int from) {
        for (int i = from; i < window.to(); i++) {
            byte octet = window.octets()[i];
            if (octet != ' ' && octet != '\t') {
                return false;
            }
        }
        return true;
    }

    private boolean isClosing(int rest) {
        byte[] octets = window.octets();
        return window.to() - rest >= 2 && octets[rest] == '-' && octets[rest + 1] == '-' && isBlank(rest + 2);
    }

    private boolean beginPart(int level) {
        if (parts >= limits.parts()) {
            return false;
        }
        endChildren(level);
        path.add(new OpenPart(
                window.nextOffset(), false, path.get(level).fields().isDigest()));
        parts++;
        return true;
    }

    private void endParts(int level) {
        endChildren(level);
        path.get(level).beginEpilogue();
        openMultiparts--;
    }

    /**
     * The line break before a delimiter belongs to the delimiter (RFC 2046 §5.1.1), unless it is the empty line that ends a
     * header.
     */
    private void endChildren(int level) {
        long end = window.offset() - window.previousBreak();
        if (window.previousBreak() == 0 || end < innermost().bodyOffset()) {
            closeAbove(level, window.offset(), window.linesBefore());
        } else {
            closeAbove(level, end, window.linesBefore() - 1);
        }
    }

    private void closeAbove(int level, long end, long lines) {
        while (path.size() > level + 1) {
            BodyPart closed = close(path.getLast(), end, lines);
            OpenPart part = path.removeLast();
            innermost().add(closed, part.envelope());
        }
    }

    private BodyPart close(OpenPart part, long end, long lines) {
        if (part.inHeader()) {
            endHeader(part, Math.max(end, part.headerOffset()), lines, false);
        }
        if (part.boundary() != null) {
            openMultiparts--;
        }
        return part.close(end, lines);
    }

    private void beginBody(long offset, long lines) {
        OpenPart part = innermost();
        endHeader(part, offset, lines, path.size() < limits.depth());
        if (part.boundary() != null) {
            openMultiparts++;
        } else if (part.fields().isMessage()) {
            path.add(new OpenPart(offset, true, false));
            parts++;
        }
    }

    private void endHeader(OpenPart part, long offset, long lines, boolean divisible) {
        Headers headers = header.headers();
        ContentFields fields = ContentFields.of(headers, part.inDigest(), limits);
        if (part.isMessage()) {
            part.envelope(Envelope.of(headers, limits));
        }
        byte[] boundary = fields.isMultipart() ? boundary(fields) : null;
        boolean opaque = fields.isMessage()
                ? !divisible || !fields.isIdentity() || parts >= limits.parts()
                : boundary != null && !divisible;
        part.beginBody(opaque ? fields.opaque() : fields, offset, lines, opaque ? null : boundary);
        nextHeader(part, headers);
    }

    private void nextHeader(OpenPart part, Headers headers) {
        if (part == path.getFirst()) {
            rootHeaders = headers;
            header = new HeaderBlock(limits);
        } else {
            header.clear();
        }
    }

    /** The boundary with its two hyphens; null when there is none to look for. */
    private byte @Nullable [] boundary(ContentFields fields) {
        String boundary = fields.parameter("boundary").orElse("").stripTrailing();
        return boundary.isEmpty() || boundary.length() > limits.boundaryOctets()
                ? null
                : ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        window.close();
    }
}
