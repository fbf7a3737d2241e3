// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.portal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 要対応: what a customer should look at, the worst first; {@code total} counts those that were left out too. */
record Attention(List<AttentionItem> items, long total) {
    /**
     * One thing.
     *
     * @param subject an address or a domain
     * @param usedBytes of a mailbox that fills, with its {@code quotaMegabytes}
     * @param until when a change of name servers has settled
     */
    record AttentionItem(
            Reason reason,
            String domain,
            String subject,
            long usedBytes,
            int quotaMegabytes,
            @Nullable Instant until) {}

    /** What is the matter, the worst first. */
    enum Reason {
        /** Somebody else seems to send in the account's name. */
        TAKEOVER,
        /** 95 % full or more. */
        ALMOST_FULL,
        NOT_DELEGATED,
        NO_SPF,
        /** 80 % full or more. */
        FILLING,
        NAME_SERVERS_SETTLING
    }
}
