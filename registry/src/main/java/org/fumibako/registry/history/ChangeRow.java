// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.history;

import java.time.Instant;
import java.util.Optional;
import org.fumibako.model.AccountId;
import org.fumibako.model.CustomerId;

/**
 * A change as the history keeps it.
 *
 * @param bundle the id by which it is undone, together with what was changed in one go with it
 * @param actor {@code customer demo}; empty for the server's own command line
 * @param undoUntil when it can be undone no more; empty when it never could, or was
 */
public record ChangeRow(
        long id,
        long bundle,
        Optional<CustomerId> customer,
        Optional<AccountId> account,
        Instant made,
        String actor,
        ChangeKind kind,
        String subject,
        String was,
        String became,
        Optional<Undo> undo,
        Optional<Instant> undoUntil,
        Optional<Instant> undone) {}
