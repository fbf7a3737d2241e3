// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.zone;

import java.util.Locale;
import java.util.Optional;

/** What other servers shall do with mail that only pretends to be from a domain (requirement A11, RFC 9989). */
public enum DmarcPolicy {
    /** 何もしない. */
    NONE,
    /** 迷惑メールとして. */
    QUARANTINE,
    /** 配送しない. */
    REJECT;

    /** The word in the record. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<DmarcPolicy> of(String word) {
        for (DmarcPolicy policy : values()) {
            if (policy.word().equals(word)) {
                return Optional.of(policy);
            }
        }
        return Optional.empty();
    }
}
