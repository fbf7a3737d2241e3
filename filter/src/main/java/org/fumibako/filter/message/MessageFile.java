// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.message;

import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import org.fumibako.filter.FilterLimits;
import org.fumibako.mime.Headers;
import org.fumibako.mime.MailDate;
import org.fumibako.mime.MessageParser;
import org.fumibako.mime.MimeLimits;
import org.fumibako.model.Content;

/** A message as it lies in a file, of which nothing is known but its octets; the line that an mbox puts before it is passed over. */
public final class MessageFile {
    private MessageFile() {}

    /** @param otherwise when it came, where its topmost Received field does not say */
    public static Sample read(byte[] file, Instant otherwise) throws IOException {
        Content message = Content.of(Arrays.copyOfRange(file, begin(file), file.length));
        Instant received = Headers.read(message, MimeLimits.DEFAULT)
                .first("Received")
                .flatMap(field -> MailDate.parse(
                        field.substring(field.lastIndexOf(';') + 1).strip()))
                .map(OffsetDateTime::toInstant)
                .orElse(otherwise);
        return SampleReader.read(
                message, MessageParser.parse(message), Circumstances.unknown(received), FilterLimits.DEFAULT);
    }

    private static int begin(byte[] file) {
        byte[] from = {'F', 'r', 'o', 'm', ' '};
        if (file.length < from.length || !Arrays.equals(file, 0, from.length, from, 0, from.length)) {
            return 0;
        }
        int end = 0;
        while (end < file.length && file[end] != '\n') {
            end++;
        }
        return Math.min(end + 1, file.length);
    }
}
