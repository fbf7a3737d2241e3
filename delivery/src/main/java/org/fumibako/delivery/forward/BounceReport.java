// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.forward;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fumibako.mime.BodyPart;
import org.fumibako.mime.MessageParser;
import org.fumibako.model.Content;

/** Reads from another server's notification that a message was not delivered (RFC 3464), and why. */
final class BounceReport {
    /** Octets of the part for programs that are read: it is a few lines for a recipient, and we wrote to one. */
    static final int MAX_STATUS = 64 * 1024;

    private BounceReport() {}

    /** Why, in one line; empty when it does not say that anything failed for good. */
    static Optional<String> failure(Content message) throws IOException {
        Optional<BodyPart> status = status(MessageParser.parse(message));
        if (status.isEmpty()) {
            return Optional.empty();
        }
        long size = Math.min(status.get().bodySize(), MAX_STATUS);
        try (InputStream in = message.open(status.get().bodyOffset(), size)) {
            String fields = new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("\r\n[ \t]+", " ");
            List<String> lines = fields.lines().toList();
            if (value(lines, "action").filter("failed"::equalsIgnoreCase).isEmpty()) {
                return Optional.empty();
            }
            return value(lines, "diagnostic-code")
                    .or(() -> value(lines, "status"))
                    .or(() -> Optional.of("failed"));
        }
    }

    /** The first of a multipart/report, however it is wrapped. */
    private static Optional<BodyPart> status(BodyPart part) {
        boolean found = part.type().equals("MESSAGE")
                && (part.subtype().equals("DELIVERY-STATUS") || part.subtype().equals("GLOBAL-DELIVERY-STATUS"));
        if (found) {
            return Optional.of(part);
        }
        // What is inside the returned message is about something else.
        return part.type().equals("MULTIPART")
                ? part.parts().stream()
                        .map(BounceReport::status)
                        .flatMap(Optional::stream)
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<String> value(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst();
    }
}
