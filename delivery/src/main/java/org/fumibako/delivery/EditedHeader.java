// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.fumibako.mime.BodyPart;
import org.fumibako.mime.Headers;
import org.fumibako.mime.MessageSummary;
import org.fumibako.mime.MimeLimits;
import org.fumibako.model.Content;
import org.fumibako.sieve.HeaderChanges;

/** A message whose header rules have changed (RFC 5293). */
final class EditedHeader {
    private EditedHeader() {}

    /** The message itself when its header is larger than what is read of it. */
    static Content of(Content message, MessageSummary summary, HeaderChanges changes) throws IOException {
        long bodyOffset = BodyPart.decode(summary.structure()).bodyOffset();
        Headers headers = Headers.read(message, MimeLimits.DEFAULT);
        if (bodyOffset > MimeLimits.DEFAULT.headerOctets() || headers.size() >= MimeLimits.DEFAULT.headerFields()) {
            return message;
        }
        ByteArrayOutputStream header = new ByteArrayOutputStream((int) bodyOffset + 200);
        changes.front().forEach(field -> header.writeBytes(octets(field)));
        AtomicInteger index = new AtomicInteger();
        byte[] kept = headers.select(_ -> !changes.removed().contains(index.getAndIncrement()));
        // What was selected ends with the empty line.
        header.write(kept, 0, kept.length - 2);
        changes.back().forEach(field -> header.writeBytes(octets(field)));
        header.writeBytes(new byte[] {'\r', '\n'});
        return PrefixedContent.of(header.toByteArray(), new Rest(message, bodyOffset));
    }

    private static byte[] octets(String field) {
        return field.getBytes(StandardCharsets.UTF_8);
    }

    /** A message from an offset on. */
    private record Rest(Content message, long from) implements Content {
        @Override
        public long size() {
            return Math.max(0, message.size() - from);
        }

        @Override
        public InputStream open(long offset, long length) throws IOException {
            long begin = Math.clamp(offset, 0, size());
            return message.open(from + begin, Math.clamp(length, 0, size() - begin));
        }
    }
}
