// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mime;

import java.io.IOException;
import org.fumibako.model.Content;

/** Finds the structure of a message (RFC 2045, RFC 2046) by byte offset. Any octets have one; nothing is refused. */
public final class MessageParser {
    private MessageParser() {}

    /** Reads the message once from begin to end. */
    public static BodyPart parse(Content message) throws IOException {
        return parse(message, MimeLimits.DEFAULT);
    }

    /** Like {@link #parse(Content)} with other limits. */
    public static BodyPart parse(Content message, MimeLimits limits) throws IOException {
        try (StructureReader reader = new StructureReader(OctetWindow.over(message), limits)) {
            return reader.read().root();
        }
    }
}
