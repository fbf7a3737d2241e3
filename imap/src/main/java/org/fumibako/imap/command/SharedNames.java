// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fumibako.imap.wire.Rights;
import org.fumibako.model.AccountId;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.MailboxId;
import org.fumibako.registry.Account;
import org.fumibako.registry.Directory;
import org.fumibako.store.Mailbox;
import org.fumibako.store.MessageStore;
import org.fumibako.store.Shares;

/**
 * The mailboxes of other accounts under the names that a session uses: {@code Other Users/hanako@example.jp/Work}. Whatever a
 * share says, it counts between accounts of one customer only, and is looked at anew each time.
 */
final class SharedNames {
    /** RFC 2342 §5. */
    static final String ROOT = "Other Users";

    static final String PREFIX = ROOT + Mailbox.SEPARATOR;

    private final MessageStore store;
    private final Directory directory;

    SharedNames(MessageStore store, Directory directory) {
        this.store = store;
        this.directory = directory;
    }

    /** A mailbox under the name that the session uses, and what the session may do there. */
    record Found(Mailbox mailbox, Rights rights) {}

    /** The other account whose login name this is, when it belongs to the same customer. */
    Optional<Account> neighbour(String login, Account self) {
        return EmailAddress.parse(login)
                .flatMap(directory::account)
                .filter(other ->
                        other.customer().equals(self.customer()) && !other.id().equals(self.id()));
    }

    /** An account of the same customer, by its id. */
    Optional<Account> neighbour(AccountId id, Account self) {
        return directory.account(id).filter(other -> other.customer().equals(self.customer()));
    }

    /** The mailbox of that name, when the account has any right there. */
    Optional<Found> find(String name, Account self) {
        Optional<Account> owner = owner(name, self);
        if (owner.isEmpty()) {
            return Optional.empty();
        }
        Optional<Mailbox> mailbox = store.mailbox(owner.get().id(), within(name));
        return mailbox.flatMap(found -> {
            Rights rights = rights(found.account(), found.id(), self.id());
            return rights.equals(Rights.NONE)
                    ? Optional.empty()
                    : Optional.of(new Found(named(found, owner.get(), store.subscriptions(self.id())), rights));
        });
    }

    /** Whose mailbox the name stands for; such a mailbox need not be there. */
    Optional<Account> owner(String name, Account self) {
        int end = name.startsWith(PREFIX) ? name.indexOf(Mailbox.SEPARATOR, PREFIX.length()) : -1;
        return end < 0 ? Optional.empty() : neighbour(name.substring(PREFIX.length(), end), self);
    }

    /** The part of such a name that is the owner's. */
    static String within(String name) {
        return name.substring(name.indexOf(Mailbox.SEPARATOR, PREFIX.length()) + 1);
    }

    Rights rights(AccountId owner, MailboxId mailbox, AccountId reader) {
        return Rights.of(store.shares().rights(owner, mailbox, reader));
    }

    /** All that others share with the account and that it may look up, by name. */
    List<Found> all(Account self) {
        Map<AccountId, List<Shares.Share>> byOwner = new HashMap<>();
        for (Shares.Share share : store.shares().with(self.id())) {
            byOwner.computeIfAbsent(share.owner(), owner -> new ArrayList<>()).add(share);
        }
        Set<String> subscribed = byOwner.isEmpty() ? Set.of() : store.subscriptions(self.id());
        List<Found> all = new ArrayList<>();
        byOwner.forEach(
                (id, shares) -> neighbour(id, self).ifPresent(owner -> collect(owner, shares, subscribed, all)));
        return all;
    }

    private void collect(Account owner, List<Shares.Share> shares, Set<String> subscribed, List<Found> all) {
        Map<MailboxId, Rights> rights = new HashMap<>();
        shares.forEach(share -> rights.put(share.mailbox(), Rights.of(share.rights())));
        for (Mailbox mailbox : store.mailboxes(owner.id())) {
            Rights own = rights.getOrDefault(mailbox.id(), Rights.NONE);
            if (own.has('l')) {
                all.add(new Found(named(mailbox, owner, subscribed), own));
            }
        }
    }

    private static Mailbox named(Mailbox mailbox, Account owner, Set<String> subscribed) {
        String name = PREFIX + owner.address() + Mailbox.SEPARATOR + mailbox.name();
        return new Mailbox(
                mailbox.account(),
                mailbox.id(),
                name,
                Optional.empty(),
                subscribed.contains(name),
                mailbox.uidValidity(),
                mailbox.uidNext(),
                mailbox.highestModSeq(),
                mailbox.messages(),
                mailbox.unseen(),
                mailbox.deleted(),
                mailbox.size());
    }
}
