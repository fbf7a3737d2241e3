// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.history;

import java.util.Optional;
import org.fumibako.model.AccountId;
import org.fumibako.model.CustomerId;
import org.fumibako.model.DomainId;

/**
 * A change that is being made.
 *
 * @param subject what was changed, as people call it: an address, a domain
 * @param was before, and {@code became} afterwards; without secrets, and empty where there is nothing to say
 * @param undo how it is taken back, where it can be
 */
public record ChangeNote(ChangeKind kind, Whose whose, String subject, String was, String became, Optional<Undo> undo) {
    /** Whom it concerns: those, and nobody else, may see it. */
    public record Whose(CustomerId customer, Optional<DomainId> domain, Optional<AccountId> account) {}

    /** Without a way back. */
    public static ChangeNote of(ChangeKind kind, Whose whose, String subject) {
        return new ChangeNote(kind, whose, subject, "", "", Optional.empty());
    }

    /** From what to what. */
    public ChangeNote from(String before, String after) {
        return new ChangeNote(kind, whose, subject, before, after, undo);
    }

    /** With a way back. */
    public ChangeNote undoneBy(Undo way) {
        return new ChangeNote(kind, whose, subject, was, became, Optional.of(way));
    }
}
