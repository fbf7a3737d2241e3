// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.dmarc;

import java.util.Locale;
import java.util.Optional;

/** What a domain wants done with mail that only claims to be its own, mildest first (RFC 9989 §4.7). */
public enum DmarcPolicy {
    NONE,
    QUARANTINE,
    REJECT;

    static Optional<DmarcPolicy> parse(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "none" -> Optional.of(NONE);
            case "quarantine" -> Optional.of(QUARANTINE);
            case "reject" -> Optional.of(REJECT);
            default -> Optional.empty();
        };
    }

    /** The next milder one: what {@code t=y} asks for, and what mail gets that was not sampled. */
    DmarcPolicy milder() {
        return this == REJECT ? QUARANTINE : NONE;
    }

    public String keyword() {
        return name().toLowerCase(Locale.ROOT);
    }
}
