// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.fumibako.imap.wire.ImapWriter;
import org.fumibako.model.SpecialUse;
import org.fumibako.store.Mailbox;

/** Writes the LIST responses that tell of mailboxes made, deleted and renamed, and of subscriptions (RFC 5465 §5.4, §5.5). */
final class NameChanges {
    private final Panorama before;
    private final Panorama now;
    private final Session session;
    private final Map<String, MailboxTree.Name> tree = new HashMap<>();

    NameChanges(Panorama before, Panorama now, Session session) {
        this.before = before;
        this.now = now;
        this.session = session;
        List<Mailbox> mailboxes = List.copyOf(now.mailboxes().values());
        new MailboxTree(mailboxes, now.subscriptions(), true).names().forEach(name -> tree.put(name.name(), name));
    }

    /** Names that came, went or changed, and the parents of those that came or went. */
    void names(Predicate<String> wanted) throws IOException {
        SortedSet<String> affected = new TreeSet<>();
        List<Mailbox> renamed = new ArrayList<>();
        for (Mailbox mailbox : now.mailboxes().values()) {
            Mailbox earlier = before.mailboxes().get(mailbox.id());
            if (earlier == null) {
                affect(mailbox.name(), affected);
            } else if (!earlier.name().equals(mailbox.name())) {
                renamed.add(mailbox);
            }
        }
        for (Mailbox mailbox : before.mailboxes().values()) {
            if (!now.mailboxes().containsKey(mailbox.id())) {
                affect(mailbox.name(), affected);
            }
        }
        for (String name : affected) {
            if (wanted.test(name)) {
                write(name, Optional.empty());
            }
        }
        for (Mailbox mailbox : renamed) {
            String old = nameBefore(mailbox);
            if (!movedWithParent(mailbox, old, renamed) && (wanted.test(mailbox.name()) || wanted.test(old))) {
                write(mailbox.name(), Optional.of(old));
            }
        }
    }

    private static void affect(String name, SortedSet<String> affected) {
        affected.add(name);
        int parent = name.lastIndexOf(Mailbox.SEPARATOR);
        if (parent > 0) {
            affected.add(name.substring(0, parent));
        }
    }

    /** Children are renamed with their parent, which is all that is told. */
    private boolean movedWithParent(Mailbox child, String old, List<Mailbox> renamed) {
        return renamed.stream().anyMatch(parent -> {
            String from = nameBefore(parent) + Mailbox.SEPARATOR;
            String to = parent.name() + Mailbox.SEPARATOR;
            return old.startsWith(from)
                    && child.name().startsWith(to)
                    && old.substring(from.length()).equals(child.name().substring(to.length()));
        });
    }

    /** Of a mailbox that was there before. */
    private String nameBefore(Mailbox mailbox) {
        return Objects.requireNonNull(before.mailboxes().get(mailbox.id())).name();
    }

    /** Names that were subscribed or unsubscribed. */
    void subscriptions(Predicate<String> wanted) throws IOException {
        SortedSet<String> names = new TreeSet<>(before.subscriptions());
        names.addAll(now.subscriptions());
        for (String name : names) {
            boolean changed =
                    before.subscriptions().contains(name) != now.subscriptions().contains(name);
            if (changed && wanted.test(name)) {
                write(name, Optional.empty());
            }
        }
    }

    private void write(String name, Optional<String> old) throws IOException {
        ImapWriter writer = session.writer();
        writer.untagged("LIST (")
                .raw(String.join(" ", attributes(name)))
                .raw(") \"/\" ")
                .mailbox(name);
        if (old.isPresent()) {
            writer.raw(" (\"OLDNAME\" (").mailbox(old.get()).raw("))");
        }
        writer.end();
    }

    private List<String> attributes(String name) {
        Optional<MailboxTree.Name> known = Optional.ofNullable(tree.get(name));
        Optional<Mailbox> mailbox = known.flatMap(MailboxTree.Name::mailbox);
        List<String> attributes = new ArrayList<>(4);
        if (mailbox.isEmpty()) {
            attributes.add("\\NonExistent");
        }
        if (now.subscriptions().contains(name)) {
            attributes.add("\\Subscribed");
        }
        boolean children = known.filter(MailboxTree.Name::hasChildren).isPresent();
        attributes.add(children ? "\\HasChildren" : "\\HasNoChildren");
        mailbox.flatMap(Mailbox::use).flatMap(SpecialUse::attribute).ifPresent(attributes::add);
        return attributes;
    }
}
