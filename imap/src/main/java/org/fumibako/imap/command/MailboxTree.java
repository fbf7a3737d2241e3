// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.fumibako.store.Mailbox;

/** An account's names as LIST sees them: mailboxes, parents that do not exist, and subscribed names that do not exist. */
final class MailboxTree {
    private static final Comparator<String> INBOX_FIRST =
            Comparator.comparing((String name) -> !name.equals("INBOX")).thenComparing(Comparator.naturalOrder());

    private final Map<String, Mailbox> mailboxes = new HashMap<>();
    private final Set<String> parents = new HashSet<>();
    private final Map<String, Name> names = new TreeMap<>(INBOX_FIRST);

    /**
     * @param subscriptions subscribed names
     * @param withMissing whether subscribed names that have no mailbox are in the tree, with their parents
     */
    MailboxTree(List<Mailbox> existing, Set<String> subscriptions, boolean withMissing) {
        Set<String> all = new HashSet<>();
        for (Mailbox mailbox : existing) {
            mailboxes.put(mailbox.name(), mailbox);
            all.add(mailbox.name());
            ancestors(mailbox.name(), parents::add);
        }
        all.addAll(parents);
        if (withMissing) {
            for (String name : subscriptions) {
                all.add(name);
                ancestors(name, all::add);
            }
        }
        for (String name : all) {
            Optional<Mailbox> mailbox = Optional.ofNullable(mailboxes.get(name));
            names.put(name, new Name(name, mailbox, subscriptions.contains(name), parents.contains(name)));
        }
    }

    /**
     * A name in the tree.
     *
     * @param mailbox empty when there is none of that name
     * @param hasChildren whether there is a mailbox below it
     */
    record Name(String name, Optional<Mailbox> mailbox, boolean subscribed, boolean hasChildren) {}

    /** INBOX first, then by name. */
    Collection<Name> names() {
        return names.values();
    }

    /** Hands over the names of the levels above {@code name}, the nearest first. */
    static void ancestors(String name, Consumer<String> receiver) {
        for (int at = name.lastIndexOf(Mailbox.SEPARATOR); at > 0; at = name.lastIndexOf(Mailbox.SEPARATOR, at - 1)) {
            receiver.accept(name.substring(0, at));
        }
    }
}
