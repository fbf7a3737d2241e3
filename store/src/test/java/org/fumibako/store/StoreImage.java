// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.fumibako.model.AccountId;
import org.fumibako.model.Content;
import org.fumibako.model.Flags;
import org.fumibako.model.UidSet;
import org.fumibako.store.queue.QueueFilter;

/** Everything that a client can see of some accounts, for comparing; equal images look the same to every client. */
record StoreImage(Map<Long, Account> accounts, List<String> queue) {
    record Account(
            MessageStore.Usage usage,
            Set<String> subscriptions,
            List<String> annotations,
            Map<Mailbox, List<Message>> mailboxes) {}

    record Message(
            long uid,
            long modSeq,
            Flags flags,
            long internalDate,
            long savedDate,
            long contentId,
            long threadId,
            String summary,
            String octets) {}

    static StoreImage of(Volume store, List<AccountId> accounts) throws IOException, MailboxException {
        Map<Long, Account> images = new TreeMap<>();
        for (AccountId account : accounts) {
            Map<Mailbox, List<Message>> mailboxes = new LinkedHashMap<>();
            for (Mailbox mailbox : store.mailboxes(account)) {
                mailboxes.put(mailbox, messages(store, mailbox));
            }
            images.put(
                    account.value(),
                    new Account(
                            store.usage(account),
                            store.subscriptions(account),
                            annotations(store, account),
                            mailboxes));
        }
        return new StoreImage(images, queue(store));
    }

    private static List<String> annotations(Volume store, AccountId account) {
        Stream<String> notes = store.annotations().list(account).stream()
                .map(note ->
                        note.name() + " " + note.modSeq() + " " + HexFormat.of().formatHex(note.value()));
        return Stream.concat(notes, store.shares().of(account).stream().map(Shares.Share::toString))
                .toList();
    }

    /** Without when a message is tried next: attempts are in no pack. */
    private static List<String> queue(Volume store) {
        return store.queue().list(QueueFilter.ALL, 1000).stream()
                .map(row -> row.message() + " " + row.recipient().position() + " "
                        + row.recipient().addressee() + " " + row.recipient().state() + " "
                        + row.recipient().expires() + " " + row.subject() + " " + row.messageId())
                .toList();
    }

    /** The same without what a gap in the counters changes. */
    StoreImage withoutCounters() {
        Map<Long, Account> images = new TreeMap<>();
        accounts.forEach((id, account) -> {
            Map<Mailbox, List<Message>> mailboxes = new LinkedHashMap<>();
            account.mailboxes().forEach((mailbox, messages) -> mailboxes.put(withoutCounters(mailbox), messages));
            images.put(id, new Account(account.usage(), account.subscriptions(), account.annotations(), mailboxes));
        });
        return new StoreImage(images, queue);
    }

    private static Mailbox withoutCounters(Mailbox of) {
        return new Mailbox(
                of.account(),
                of.id(),
                of.name(),
                of.use(),
                of.subscribed(),
                of.uidValidity(),
                0,
                0,
                of.messages(),
                of.unseen(),
                of.deleted(),
                of.size());
    }

    private static List<Message> messages(MessageStore store, Mailbox mailbox) throws IOException, MailboxException {
        List<String> summaries = new ArrayList<>();
        store.scan(
                mailbox.account(),
                mailbox.id(),
                UidSet.ALL,
                EnumSet.allOf(MessageStore.Column.class),
                row -> summaries.add(row.uid() + " " + new String(row.envelope(), StandardCharsets.UTF_8)
                        + " " + new String(row.structure(), StandardCharsets.UTF_8) + " "
                        + row.preview()));
        MailboxSnapshot snapshot = store.snapshot(mailbox.account(), mailbox.id());
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < snapshot.size(); i++) {
            try (Content content = store.content(mailbox.account(), snapshot.contentId(i))) {
                messages.add(new Message(
                        snapshot.uid(i),
                        snapshot.modSeq(i),
                        snapshot.flags(i),
                        snapshot.internalDate(i),
                        snapshot.savedDate(i),
                        snapshot.contentId(i),
                        snapshot.threadId(i),
                        summaries.get(i),
                        new String(content.bytes(), StandardCharsets.ISO_8859_1)));
            }
        }
        return messages;
    }
}
