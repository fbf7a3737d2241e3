// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve;

import java.io.IOException;
import org.fumibako.mime.BodyPart;
import org.fumibako.mime.Headers;
import org.fumibako.model.Content;

/**
 * The message as a script sees it.
 *
 * @param structure asked for by scripts that look into the body
 * @param sender of the envelope; empty for the null sender
 * @param recipient of the envelope: whom the sender named
 */
public record Mail(Content content, Headers headers, Structure structure, String sender, String recipient) {
    /** Finds the parts of a message. */
    public interface Structure {
        BodyPart read() throws IOException;
    }
}
