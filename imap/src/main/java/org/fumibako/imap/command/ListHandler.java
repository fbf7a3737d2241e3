// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fumibako.imap.wire.ImapWriter;
import org.fumibako.imap.wire.MailboxCommand.ListMailboxes;
import org.fumibako.imap.wire.MailboxCommand.ListReturn;
import org.fumibako.imap.wire.MailboxCommand.ListSelection;
import org.fumibako.imap.wire.MetadataCommand.Depth;
import org.fumibako.imap.wire.Rights;
import org.fumibako.model.AccountId;
import org.fumibako.model.SpecialUse;
import org.fumibako.store.Mailbox;
import org.fumibako.store.MessageStore;

/**
 * LIST (RFC 9051 §6.3.9, RFC 3501 §6.3.8), extended (RFC 5258), with STATUS (RFC 5819) special uses (RFC 6154),
 * annotations (RFC 9590) and rights (RFC 8440).
 */
final class ListHandler implements CommandHandler<ListMailboxes> {
    private final MessageStore store;
    private final SharedNames shared;
    private final StatusWriter statuses;

    ListHandler(MessageStore store, SharedNames shared, StatusWriter statuses) {
        this.store = store;
        this.shared = shared;
        this.statuses = statuses;
    }

    @Override
    public Completion handle(ListMailboxes command, Session session) throws IOException {
        ImapWriter writer = session.writer();
        if (!command.extended() && command.patterns().equals(List.of(""))) {
            // RFC 9051 §6.3.9: an empty name asks for the hierarchy separator.
            writer.untagged("LIST (\\Noselect) \"/\" \"\"").end();
            return Completion.of("List done");
        }
        AccountId account = session.account().id();
        boolean subscribedOnly = command.selection().contains(ListSelection.SUBSCRIBED);
        List<SharedNames.Found> others = shared.all(session.account());
        List<Mailbox> mailboxes = new ArrayList<>(store.mailboxes(account));
        others.forEach(found -> mailboxes.add(found.mailbox()));
        MailboxTree tree = new MailboxTree(mailboxes, store.subscriptions(account), subscribedOnly);
        Optional<Notes> notes = command.returns().contains(ListReturn.METADATA)
                ? Optional.of(new Notes(store.annotations().list(account), account))
                : Optional.empty();
        for (Line line : lines(command, tree)) {
            write(line, command, session);
            if (command.returns().contains(ListReturn.MYRIGHTS)
                    && line.name().mailbox().isPresent()) {
                Mailbox mailbox = line.name().mailbox().get();
                AclHandler.tell(mailbox, rights(mailbox, others), session);
            }
            if (notes.isPresent() && line.name().mailbox().isPresent()) {
                metadata(line.name().mailbox().get(), notes.get(), command, session);
            }
        }
        return Completion.of("List done");
    }

    /** A name to list; {@code childMatches} is whether a name below it fulfils the selection, for RECURSIVEMATCH only. */
    private record Line(MailboxTree.Name name, boolean childMatches) {}

    private static List<Line> lines(ListMailboxes command, MailboxTree tree) {
        List<MailboxPattern> patterns = command.patterns().stream()
                .map(pattern -> MailboxPattern.of(command.reference() + pattern))
                .toList();
        Set<String> matched = new HashSet<>();
        for (MailboxTree.Name name : tree.names()) {
            if (patterns.stream().anyMatch(pattern -> pattern.matches(name.name()))) {
                matched.add(name.name());
            }
        }
        Set<String> aboveSelected = new HashSet<>();
        Set<String> aboveUnlisted = new HashSet<>();
        if (command.selection().contains(ListSelection.RECURSIVEMATCH)) {
            for (MailboxTree.Name name : tree.names()) {
                if (selected(name, command.selection())) {
                    MailboxTree.ancestors(name.name(), aboveSelected::add);
                    if (!matched.contains(name.name())) {
                        MailboxTree.ancestors(name.name(), aboveUnlisted::add);
                    }
                }
            }
        }
        List<Line> lines = new ArrayList<>();
        for (MailboxTree.Name name : tree.names()) {
            // RFC 5258 §3.5: a parent that is not selected itself is listed for the sake of children that are not
            // listed.
            boolean listed = selected(name, command.selection()) || aboveUnlisted.contains(name.name());
            if (listed && matched.contains(name.name())) {
                lines.add(new Line(name, aboveSelected.contains(name.name())));
            }
        }
        return lines;
    }

    private static boolean selected(MailboxTree.Name name, Set<ListSelection> selection) {
        boolean subscribed = !selection.contains(ListSelection.SUBSCRIBED) || name.subscribed();
        boolean special =
                !selection.contains(ListSelection.SPECIAL_USE) || use(name).isPresent();
        return subscribed && special;
    }

    private static Optional<String> use(MailboxTree.Name name) {
        return name.mailbox().flatMap(Mailbox::use).flatMap(SpecialUse::attribute);
    }

    private void write(Line line, ListMailboxes command, Session session) throws IOException {
        ImapWriter writer = session.writer();
        writer.untagged("LIST (")
                .raw(String.join(" ", attributes(line.name(), command, session)))
                .raw(") \"/\" ")
                .mailbox(line.name().name());
        if (line.childMatches()) {
            boolean subscribed = command.selection().contains(ListSelection.SUBSCRIBED);
            writer.raw(" (\"CHILDINFO\" (\"")
                    .raw(subscribed ? "SUBSCRIBED" : "SPECIAL-USE")
                    .raw("\"))");
        }
        writer.end();
        if (command.returns().contains(ListReturn.STATUS)
                && line.name().mailbox().isPresent()) {
            statuses.write(line.name().mailbox().get(), command.status(), session);
        }
    }

    private static Rights rights(Mailbox mailbox, List<SharedNames.Found> others) {
        return others.stream()
                .filter(found -> found.mailbox().id().equals(mailbox.id()))
                .findFirst()
                .map(SharedNames.Found::rights)
                .orElse(Rights.ALL);
    }

    /** RFC 9590 §3: one METADATA response for each mailbox, after its LIST response. */
    private static void metadata(Mailbox mailbox, Notes notes, ListMailboxes command, Session session)
            throws IOException {
        new MetadataWriter(command.metadata(), Depth.NONE, Optional.empty())
                .write(mailbox.name(), notes.of(mailbox), session.writer());
    }

    private static List<String> attributes(MailboxTree.Name name, ListMailboxes command, Session session) {
        List<String> attributes = new ArrayList<>(4);
        if (name.mailbox().isEmpty()) {
            // RFC 5258 §3: \NonExistent is for clients that know of it.
            boolean modern = command.extended() || session.enabled(Extension.IMAP4REV2);
            attributes.add(modern ? "\\NonExistent" : "\\Noselect");
        }
        if (!command.extended() || command.returns().contains(ListReturn.CHILDREN)) {
            attributes.add(name.hasChildren() ? "\\HasChildren" : "\\HasNoChildren");
        }
        if (name.subscribed() && asked(command, ListReturn.SUBSCRIBED, ListSelection.SUBSCRIBED)) {
            attributes.add("\\Subscribed");
        }
        if (!command.extended() || asked(command, ListReturn.SPECIAL_USE, ListSelection.SPECIAL_USE)) {
            use(name).ifPresent(attributes::add);
        }
        return attributes;
    }

    /** A selection option implies the return option of that name (RFC 5258 §3.1, RFC 6154 §2). */
    private static boolean asked(ListMailboxes command, ListReturn option, ListSelection implying) {
        return command.returns().contains(option) || command.selection().contains(implying);
    }
}
