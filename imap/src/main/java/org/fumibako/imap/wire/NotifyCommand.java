// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.wire;

import java.util.List;

/** NOTIFY (RFC 5465 §3.1): what the client wants to hear of without asking. */
public sealed interface NotifyCommand extends ImapCommand {
    /** Nothing any more. */
    record None() implements NotifyCommand {}

    /**
     * This, and nothing else.
     *
     * @param status whether the client wants to know first how the mailboxes are now
     * @param selected what to tell of the selected mailbox
     */
    record Set(boolean status, SelectedEvents selected, List<Group> others) implements NotifyCommand {
        public Set {
            others = List.copyOf(others);
        }
    }

    /**
     * Events of the selected mailbox (RFC 5465 §6.1).
     *
     * @param messages new and removed messages
     * @param flags changes of flags; never without {@code messages}
     * @param delayed removals wait for a command that allows them (SELECTED-DELAYED)
     * @param fetch what to tell of each new message; nothing when empty
     */
    record SelectedEvents(boolean messages, boolean flags, boolean delayed, List<FetchItem> fetch) {
        public static final SelectedEvents NONE = new SelectedEvents(false, false, false, List.of());

        public SelectedEvents {
            fetch = List.copyOf(fetch);
        }
    }

    /** Events of other mailboxes; sources never name the selected one. */
    record Group(MailboxCommand.SearchSource mailboxes, java.util.Set<Event> events) {}

    /** What can be told of (RFC 5465 §5). */
    enum Event {
        MESSAGE_NEW("MessageNew"),
        MESSAGE_EXPUNGE("MessageExpunge"),
        FLAG_CHANGE("FlagChange"),
        MAILBOX_NAME("MailboxName"),
        SUBSCRIPTION_CHANGE("SubscriptionChange"),
        MAILBOX_METADATA_CHANGE("MailboxMetadataChange"),
        SERVER_METADATA_CHANGE("ServerMetadataChange");

        private final String wireName;

        Event(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }

        /** Whether it is about messages. */
        boolean ofMessages() {
            return this == MESSAGE_NEW || this == MESSAGE_EXPUNGE || this == FLAG_CHANGE;
        }
    }
}
