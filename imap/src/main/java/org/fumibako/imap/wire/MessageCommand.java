// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.wire;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fumibako.model.Flags;

/** Commands about the messages of the selected mailbox, and IDLE. */
public sealed interface MessageCommand extends ImapCommand {
    /** FETCH and UID FETCH; macros are already spelled out. */
    record Fetch(SequenceSet set, boolean uid, List<FetchItem> items, FetchModifiers modifiers)
            implements MessageCommand {}

    /**
     * Modifiers of FETCH (RFC 7162 §3.1.4.1, §3.2.6).
     *
     * @param changedSince only messages with a higher mod-sequence
     * @param vanished UIDs expunged since then, too
     */
    record FetchModifiers(Optional<Long> changedSince, boolean vanished) {
        public static final FetchModifiers NONE = new FetchModifiers(Optional.empty(), false);
    }

    /**
     * STORE and UID STORE.
     *
     * @param unchangedSince RFC 7162 §3.1.3
     */
    record Store(
            SequenceSet set,
            boolean uid,
            FlagOperation operation,
            boolean silent,
            Flags flags,
            Optional<Long> unchangedSince)
            implements MessageCommand {}

    /** {@code FLAGS}, {@code +FLAGS}, {@code -FLAGS}. */
    enum FlagOperation {
        REPLACE,
        ADD,
        REMOVE
    }

    /**
     * SEARCH and UID SEARCH.
     *
     * @param results empty when there was no RETURN: the answer is {@code * SEARCH} for rev1, {@code * ESEARCH} (ALL) for rev2
     */
    record Search(boolean uid, SearchKey key, Optional<Set<SearchReturn>> results) implements MessageCommand {}

    /** Result options (RFC 4731 §3.1, RFC 5182 §2.1); {@code RETURN ()} has been read as ALL. */
    enum SearchReturn {
        MIN,
        MAX,
        ALL,
        COUNT,
        /** The result is kept as {@code $}. */
        SAVE
    }

    /** SORT and UID SORT (RFC 5256 §3); {@code results} as of a Search (RFC 5267 §3.1). {@code criteria} has at least one. */
    record Sort(boolean uid, List<SortCriterion> criteria, SearchKey key, Optional<Set<SearchReturn>> results)
            implements MessageCommand {}

    /** THREAD and UID THREAD (RFC 5256 §3). */
    record Threading(boolean uid, ThreadAlgorithm algorithm, SearchKey key) implements MessageCommand {}

    /** How THREAD groups messages. */
    enum ThreadAlgorithm {
        ORDEREDSUBJECT,
        REFERENCES
    }

    record Copy(SequenceSet set, boolean uid, String mailbox) implements MessageCommand {}

    record Move(SequenceSet set, boolean uid, String mailbox) implements MessageCommand {}

    /**
     * REPLACE and UID REPLACE (RFC 8508 §3.2) as far as the mailbox name; what replaces the message is read with
     * {@link ImapReader#nextMessage}.
     *
     * @param message one number or {@code *}
     */
    record Replace(SequenceSet message, boolean uid, String mailbox) implements MessageCommand {}

    /** EXPUNGE, or UID EXPUNGE of {@code uids} (RFC 4315 §2.1). */
    record Expunge(Optional<SequenceSet> uids) implements MessageCommand {}

    /** CHECK of IMAP4rev1 (RFC 3501 §6.4.1). */
    record Check() implements MessageCommand {}

    /** IDLE; its {@code DONE} is read by the handler. */
    record Idle() implements MessageCommand {}
}
