// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.wire;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Commands about mailboxes as a whole. */
public sealed interface MailboxCommand extends ImapCommand {
    /** SELECT and EXAMINE. */
    record Select(String mailbox, boolean readOnly, SelectParameters parameters) implements MailboxCommand {}

    /**
     * CREATE (RFC 9051 §6.3.4).
     *
     * @param uses special-use attributes asked for (RFC 6154 §3), such as {@code \Sent}; usually none
     */
    record Create(String mailbox, List<String> uses) implements MailboxCommand {}

    record Delete(String mailbox) implements MailboxCommand {}

    record Rename(String from, String to) implements MailboxCommand {}

    /** SUBSCRIBE, or UNSUBSCRIBE when {@code subscribed} is false. */
    record Subscribe(String mailbox, boolean subscribed) implements MailboxCommand {}

    /**
     * LIST, plain or extended (RFC 5258 §3).
     *
     * @param extended whether the client used any of the extended syntax
     * @param metadata annotations to be told of each mailbox (RFC 9590)
     */
    record ListMailboxes(
            String reference,
            List<String> patterns,
            boolean extended,
            Set<ListSelection> selection,
            Set<ListReturn> returns,
            Set<StatusItem> status,
            List<AnnotationEntry> metadata)
            implements MailboxCommand {}

    /** LSUB (RFC 3501 §6.3.9). */
    record Lsub(String reference, String pattern) implements MailboxCommand {}

    record Namespace() implements MailboxCommand {}

    record Status(String mailbox, Set<StatusItem> items) implements MailboxCommand {}

    /** APPEND as far as the mailbox name; what is to be appended is read with {@link ImapReader#nextMessage}. */
    record Append(String mailbox) implements MailboxCommand {}

    /**
     * ESEARCH (RFC 7377 §2): a search in several mailboxes, or in the selected one.
     *
     * @param results what is told of each mailbox; {@code RETURN ()}, or none, has been read as ALL
     */
    record Multisearch(List<SearchSource> sources, Set<MessageCommand.SearchReturn> results, SearchKey key)
            implements MailboxCommand {
        public Multisearch {
            sources = List.copyOf(sources);
        }
    }

    /** Where ESEARCH looks (RFC 7377 §2.2, RFC 5465 §6). */
    sealed interface SearchSource {
        /** Sources without names. */
        enum Group implements SearchSource {
            SELECTED,
            INBOXES,
            PERSONAL,
            SUBSCRIBED
        }

        /** Mailboxes by name, and so many levels below each. */
        record Named(List<String> mailboxes, Depth depth) implements SearchSource {
            public Named {
                mailboxes = List.copyOf(mailboxes);
            }
        }

        /** How far below a named mailbox. */
        enum Depth {
            NONE,
            ONE_LEVEL,
            ALL
        }
    }

    record GetQuota(String root) implements MailboxCommand {}

    record GetQuotaRoot(String mailbox) implements MailboxCommand {}

    record SetQuota(String root) implements MailboxCommand {}

    record Close() implements MailboxCommand {}

    record Unselect() implements MailboxCommand {}

    /** Options before the reference of an extended LIST. */
    enum ListSelection {
        SUBSCRIBED,
        REMOTE,
        RECURSIVEMATCH,
        SPECIAL_USE
    }

    /** What an extended LIST adds to each mailbox. */
    enum ListReturn {
        SUBSCRIBED,
        CHILDREN,
        SPECIAL_USE,
        STATUS,
        METADATA,
        MYRIGHTS
    }

    /** What STATUS tells. */
    enum StatusItem {
        MESSAGES,
        RECENT,
        UIDNEXT,
        UIDVALIDITY,
        UNSEEN,
        DELETED,
        SIZE,
        HIGHESTMODSEQ,
        APPENDLIMIT,
        MAILBOXID,
        DELETED_STORAGE;

        public String wireName() {
            return name().replace('_', '-');
        }
    }

    /** Parameters of SELECT (RFC 7162 §3.1.8, §3.2.5). */
    record SelectParameters(boolean condstore, Optional<Qresync> qresync) {
        public static final SelectParameters NONE = new SelectParameters(false, Optional.empty());

        /** Whether message numbers are among what the client remembers. */
        public boolean namesNumbers() {
            return qresync.flatMap(Qresync::knownSequence).isPresent();
        }
    }

    /**
     * What the client remembers of the mailbox (RFC 7162 §3.2.5). Numbers and UIDs of {@code knownSequence} and
     * {@code knownSequenceUids} correspond; both are present or absent.
     */
    record Qresync(
            long uidValidity,
            long modSeq,
            Optional<SequenceSet> knownUids,
            Optional<SequenceSet> knownSequence,
            Optional<SequenceSet> knownSequenceUids) {}
}
