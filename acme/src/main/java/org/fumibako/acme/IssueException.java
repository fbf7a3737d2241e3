// SPDX-License-Identifier: Apache-2.0
package org.fumibako.acme;

import java.io.Serial;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.fumibako.model.DomainName;
import org.jspecify.annotations.Nullable;

/** There is no certificate; the message says why, in the authority's words where it had any. */
public final class IssueException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final String reason;
    private final transient @Nullable Instant notBefore;
    private final transient Set<DomainName> unproven;

    private IssueException(
            String message, @Nullable Throwable cause, @Nullable Instant notBefore, Set<DomainName> unproven) {
        super(message, cause);
        this.reason = message;
        this.notBefore = notBefore;
        this.unproven = Set.copyOf(unproven);
    }

    static IssueException of(String message) {
        return new IssueException(message, null, null, Set.of());
    }

    static IssueException of(String message, Throwable cause) {
        return new IssueException(message, cause, null, Set.of());
    }

    /** @param notBefore when the authority wants to be asked again at the earliest (RFC 8555 §6.6) */
    static IssueException tooOften(String message, Optional<Instant> notBefore) {
        return new IssueException(message, null, notBefore.orElse(null), Set.of());
    }

    /** The authority does not believe that these names are ours; without them it might have issued one. */
    static IssueException unproven(String message, Set<DomainName> names) {
        return new IssueException(message, null, null, names);
    }

    /** Why, as the message says it. */
    public String reason() {
        return reason;
    }

    /** When the authority wants to be asked again at the earliest, where it said so. */
    public Optional<Instant> notBefore() {
        return Optional.ofNullable(notBefore);
    }

    /** The names on which it failed; empty when it failed on something else. */
    public Set<DomainName> unproven() {
        return unproven;
    }
}
