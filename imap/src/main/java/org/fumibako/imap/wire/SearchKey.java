// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.wire;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/**
 * What SEARCH looks for (RFC 9051 §6.4.4). Keys that are others in disguise are already resolved: {@code UNSEEN} is {@code Not(SystemFlag)},
 * {@code RECENT} and {@code NEW} find nothing and {@code OLD} everything, because no message is ever recent here. Text is decoded.
 * Nesting is at most {@link ImapLimits#MAX_SEARCH_DEPTH}, so evaluators may recurse.
 */
public sealed interface SearchKey {
    /** Whether this key, or one that it is made of, passes. */
    default boolean anyMatch(Predicate<SearchKey> test) {
        return test.test(this) || inner().stream().anyMatch(key -> key.anyMatch(test));
    }

    /** The keys that it is made of. */
    default List<SearchKey> inner() {
        return List.of();
    }

    record All() implements SearchKey {}

    /** All of them; never empty. */
    record And(List<SearchKey> keys) implements SearchKey {
        public And {
            keys = List.copyOf(keys);
        }

        @Override
        public List<SearchKey> inner() {
            return keys;
        }
    }

    record Or(SearchKey first, SearchKey second) implements SearchKey {
        @Override
        public List<SearchKey> inner() {
            return List.of(first, second);
        }
    }

    record Not(SearchKey key) implements SearchKey {
        @Override
        public List<SearchKey> inner() {
            return List.of(key);
        }
    }

    /** {@code bit} of {@link org.fumibako.model.Flags}. */
    record SystemFlag(int bit) implements SearchKey {}

    record Keyword(String keyword) implements SearchKey {}

    /** A header field contains {@code text}; when that is empty, the field is there. BCC, CC, FROM, SUBJECT and TO are such. */
    record Header(String field, String text) implements SearchKey {}

    /** The body contains {@code text}. */
    record Body(String text) implements SearchKey {}

    /** Header or body contain {@code text}. */
    record Text(String text) implements SearchKey {}

    /** INTERNALDATE, the time of day and zone disregarded. */
    record InternalDate(Comparison comparison, LocalDate date) implements SearchKey {}

    /** The Date field, the time of day and zone disregarded. */
    record SentDate(Comparison comparison, LocalDate date) implements SearchKey {}

    /** When the message came into this mailbox (RFC 8514 §4.3). */
    record SavedDate(Comparison comparison, LocalDate date) implements SearchKey {}

    enum Comparison {
        BEFORE,
        ON,
        SINCE
    }

    record Larger(long octets) implements SearchKey {}

    record Smaller(long octets) implements SearchKey {}

    /** INTERNALDATE within the last {@code seconds} (RFC 5032 §3). */
    record Younger(long seconds) implements SearchKey {}

    /** INTERNALDATE at least {@code seconds} ago (RFC 5032 §3). */
    record Older(long seconds) implements SearchKey {}

    record Numbers(SequenceSet set) implements SearchKey {}

    record Uids(SequenceSet set) implements SearchKey {}

    /** Mod-sequence at least {@code modSeq}; the answer then tells the highest one (RFC 7162 §3.1.5). */
    record ModSeq(long modSeq) implements SearchKey {}

    /** RFC 8474 §5.4; {@code id} as the client wrote it. */
    record EmailId(String id) implements SearchKey {}

    /** RFC 8474 §5.4; {@code id} as the client wrote it. */
    record ThreadId(String id) implements SearchKey {}
}
