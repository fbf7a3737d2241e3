// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.util.List;
import java.util.Set;
import org.fumibako.imap.wire.MailboxCommand.SearchSource;
import org.fumibako.model.MailboxId;
import org.fumibako.store.Mailbox;

/**
 * Which of an account's mailboxes the sources of an ESEARCH mean (RFC 7377 §2.2). What does not exist is not searched.
 *
 * @param selected id of the selected mailbox, when the sources name it
 * @param subscribed names that are subscribed
 */
record SearchScope(List<SearchSource> sources, Set<MailboxId> selected, Set<String> subscribed) {
    boolean includes(Mailbox mailbox) {
        return sources.stream().anyMatch(source -> includes(source, mailbox));
    }

    private boolean includes(SearchSource source, Mailbox mailbox) {
        return source == SearchSource.Group.SELECTED
                ? selected.contains(mailbox.id())
                : covers(source, mailbox.name(), subscribed);
    }

    /** Whether a source other than SELECTED means a mailbox of this name, there or not. */
    static boolean covers(SearchSource source, String name, Set<String> subscribed) {
        return switch (source) {
            case SearchSource.Group group ->
                switch (group) {
                    case SELECTED -> false;
                    case INBOXES -> name.equals("INBOX");
                    case PERSONAL -> !name.startsWith(SharedNames.PREFIX);
                    case SUBSCRIBED -> subscribed.contains(name);
                };
            case SearchSource.Named named ->
                named.mailboxes().stream().anyMatch(top -> below(top, name, named.depth()));
        };
    }

    private static boolean below(String top, String name, SearchSource.Depth depth) {
        if (name.equals(top)) {
            return true;
        }
        String prefix = top + Mailbox.SEPARATOR;
        return name.startsWith(prefix)
                && switch (depth) {
                    case NONE -> false;
                    case ONE_LEVEL -> name.indexOf(Mailbox.SEPARATOR, prefix.length()) < 0;
                    case ALL -> true;
                };
    }
}
