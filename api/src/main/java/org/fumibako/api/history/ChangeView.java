// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.history;

import java.time.Instant;
import org.fumibako.registry.history.ChangeKind;
import org.fumibako.registry.history.ChangeRow;
import org.jspecify.annotations.Nullable;

/**
 * A change in the history (操作履歴).
 *
 * @param actor {@code customer demo}, {@code operator anna}, {@code account taro@example.jp}, each with {@code by token NAME} behind it where a program did it; empty for the server itself
 * @param subject what was changed
 * @param was before, where there is something to say, and {@code became} afterwards
 * @param undo for {@code POST /api/undo/{id}}; null when it cannot be undone
 * @param undoUntil until when it can
 * @param undone when it was
 */
record ChangeView(
        long id,
        Instant at,
        String actor,
        ChangeKind kind,
        String subject,
        String was,
        String became,
        @Nullable Long undo,
        @Nullable Instant undoUntil,
        @Nullable Instant undone) {
    static ChangeView of(ChangeRow row, Instant now, boolean may) {
        boolean possible = may && row.undoUntil().filter(now::isBefore).isPresent();
        return new ChangeView(
                row.id(),
                row.made(),
                row.actor(),
                row.kind(),
                row.subject(),
                row.was(),
                row.became(),
                possible ? row.bundle() : null,
                possible ? row.undoUntil().orElse(null) : null,
                row.undone().orElse(null));
    }
}
