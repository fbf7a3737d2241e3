// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.fumibako.imap.wire.MailboxCommand.StatusItem;
import org.fumibako.imap.wire.NotifyCommand.Event;
import org.fumibako.imap.wire.NotifyCommand.Group;
import org.fumibako.model.AccountId;
import org.fumibako.model.MailboxId;
import org.fumibako.store.Mailbox;
import org.fumibako.store.MessageStore;

/** Compares how an account's mailboxes are with how they were last, and writes what the client asked to be told (RFC 5465 §5). */
final class Bulletin {
    private final MessageStore store;
    private final SharedNames shared;
    private final StatusWriter statuses;
    private final List<Group> groups;
    private final Session session;
    private final AtomicBoolean rearranged = new AtomicBoolean();
    private Panorama known = Panorama.EMPTY;
    /** What is subscribed, or was at the last look. */
    private Set<String> subscribed = Set.of();

    Bulletin(MessageStore store, SharedNames shared, StatusWriter statuses, List<Group> groups, Session session) {
        this.store = store;
        this.shared = shared;
        this.statuses = statuses;
        this.groups = groups;
        this.session = session;
    }

    /** Whether it has nothing to look for. */
    boolean isEmpty() {
        return groups.isEmpty();
    }

    /** Any thread: more than messages changed. */
    void rearranged() {
        rearranged.set(true);
    }

    /** Takes what there is now as known; {@code status} is whether to say so. */
    void begin(boolean status) throws IOException {
        if (groups.isEmpty()) {
            return;
        }
        known = look();
        subscribed = known.subscriptions();
        if (status) {
            for (Mailbox mailbox : known.mailboxes().values()) {
                Set<StatusItem> items = initial(events(mailbox.name()));
                if (!items.isEmpty()
                        && !isSelected(mailbox.id())
                        && !known.unreadable().contains(mailbox.id())) {
                    statuses.tell(mailbox, items, session);
                }
            }
        }
    }

    private Panorama look() {
        return Panorama.of(store, shared, session.account());
    }

    /** The accounts whose changes may have to be told. */
    Set<AccountId> owners() {
        return known.owners();
    }

    /** RFC 5465 §3.1. */
    private static Set<StatusItem> initial(Set<Event> events) {
        Set<StatusItem> items = EnumSet.noneOf(StatusItem.class);
        if (events.contains(Event.MESSAGE_NEW)) {
            items.addAll(EnumSet.of(StatusItem.MESSAGES, StatusItem.UIDNEXT, StatusItem.UIDVALIDITY));
        }
        if (events.contains(Event.FLAG_CHANGE)) {
            items.addAll(EnumSet.of(StatusItem.UIDVALIDITY, StatusItem.HIGHESTMODSEQ));
        }
        return items;
    }

    /** Passes over what a command of the client's own did: of these mailboxes, or all that can be told when there are none. */
    void takeAsKnown(Set<MailboxId> only) {
        if (!groups.isEmpty()) {
            Panorama now = look();
            known = only.isEmpty() ? now : known.with(now, only);
        }
    }

    /** Writes what is different; it is known from then on. */
    void write() throws IOException {
        if (groups.isEmpty()) {
            return;
        }
        boolean everything = rearranged.getAndSet(false);
        Panorama now =
                everything ? look() : known.withMailboxes(look().mailboxes().values());
        Panorama before = known;
        known = now;
        subscribed = new TreeSet<>(before.subscriptions());
        subscribed.addAll(now.subscriptions());
        if (everything) {
            names(before, now);
            annotations(before, now);
        }
        messages(before, now);
    }

    private void names(Panorama before, Panorama now) throws IOException {
        NameChanges changes = new NameChanges(before, now, session);
        changes.names(name -> events(name).contains(Event.MAILBOX_NAME));
        changes.subscriptions(name -> events(name).contains(Event.SUBSCRIPTION_CHANGE));
    }

    private void annotations(Panorama before, Panorama now) throws IOException {
        for (Mailbox mailbox : now.mailboxes().values()) {
            if (events(mailbox.name()).contains(Event.MAILBOX_METADATA_CHANGE)) {
                annotations(mailbox.name(), now.annotationsChanged(before, mailbox.id()));
            }
        }
        boolean server = groups.stream().anyMatch(group -> group.events().contains(Event.SERVER_METADATA_CHANGE));
        if (server) {
            annotations("", now.serverAnnotationsChanged(before));
        }
    }

    /** RFC 5464 §4.4.2. */
    private void annotations(String mailbox, Set<String> entries) throws IOException {
        if (!entries.isEmpty()) {
            session.writer().untagged("METADATA ").mailbox(mailbox);
            for (String entry : new TreeSet<>(entries)) {
                session.writer().space().astring(entry);
            }
            session.writer().end();
        }
    }

    private void messages(Panorama before, Panorama now) throws IOException {
        for (Mailbox mailbox : now.mailboxes().values()) {
            Mailbox earlier = before.mailboxes().get(mailbox.id());
            if (earlier != null
                    && earlier.highestModSeq() != mailbox.highestModSeq()
                    && !isSelected(mailbox.id())
                    && !now.unreadable().contains(mailbox.id())) {
                Set<StatusItem> items = items(earlier, mailbox, events(mailbox.name()));
                if (!items.isEmpty()) {
                    statuses.tell(mailbox, items, session);
                }
            }
        }
    }

    /** RFC 5465 §5.1 to §5.3. */
    private Set<StatusItem> items(Mailbox before, Mailbox now, Set<Event> events) {
        Set<StatusItem> items = EnumSet.noneOf(StatusItem.class);
        if (!events.contains(Event.MESSAGE_NEW)) {
            return items;
        }
        if (before.uidNext() != now.uidNext() || before.messages() != now.messages()) {
            items.addAll(EnumSet.of(StatusItem.UIDNEXT, StatusItem.MESSAGES));
        } else if (!events.contains(Event.FLAG_CHANGE)) {
            return items;
        }
        if (events.contains(Event.FLAG_CHANGE)) {
            items.addAll(EnumSet.of(StatusItem.UIDVALIDITY, StatusItem.UNSEEN));
        }
        if (session.enabled(Extension.CONDSTORE)) {
            items.addAll(EnumSet.of(StatusItem.UIDVALIDITY, StatusItem.HIGHESTMODSEQ));
        }
        return items;
    }

    /** All that is wanted of the name, whichever groups want it (RFC 5465 §6). */
    private Set<Event> events(String name) {
        Set<Event> events = EnumSet.noneOf(Event.class);
        for (Group group : groups) {
            if (SearchScope.covers(group.mailboxes(), name, subscribed)) {
                events.addAll(group.events());
            }
        }
        return events;
    }

    private boolean isSelected(MailboxId mailbox) {
        return session.selected().filter(open -> open.id().equals(mailbox)).isPresent();
    }
}
