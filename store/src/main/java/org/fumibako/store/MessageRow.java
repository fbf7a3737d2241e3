// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.util.Optional;

/**
 * What was computed once at arrival; a column that was not asked for is empty.
 *
 * @param envelope ENVELOPE as RFC 9051 §7.5.2 writes it, parentheses included
 * @param structure for {@link org.fumibako.mime.BodyPart#decode}
 * @param preview as RFC 8970 wants it
 * @param references as in {@link org.fumibako.mime.MessageSummary}; also empty for a message that was stored when they were not
 *     kept yet
 */
public record MessageRow(
        long uid, long contentId, byte[] envelope, byte[] structure, String preview, Optional<String> references) {
    /** A row of what clients list. */
    public MessageRow(long uid, long contentId, byte[] envelope, byte[] structure, String preview) {
        this(uid, contentId, envelope, structure, preview, Optional.empty());
    }
}
