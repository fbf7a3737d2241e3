// SPDX-License-Identifier: Apache-2.0
package org.fumibako.journal;

import java.util.List;

/**
 * All that is known of one message, in the order in which it happened: checked, filed or queued for each recipient, read first,
 * moved, copied, deleted, purged, delivered elsewhere; by which protocol, client and address says each row's origin. A message
 * that was refused has one row.
 */
public record MessageLife(List<JournalRow> rows) {
    public MessageLife {
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("nothing is known of the message");
        }
        rows = List.copyOf(rows);
    }
}
