// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.spam;

import java.io.IOException;
import org.fumibako.filter.header.MarkedMessage;
import org.fumibako.model.Content;

/**
 * What is written into a message before it is filed. Accounts with the same mark share one stored message.
 *
 * @param fields whole header fields, or nothing
 * @param tag whether the subject gets its tag
 */
public record Mark(String fields, boolean tag) {
    /** The message stays as it is. */
    public static final Mark NONE = new Mark("", false);

    public Content on(Content message) throws IOException {
        return equals(NONE) ? message : MarkedMessage.of(message, fields, tag);
    }
}
