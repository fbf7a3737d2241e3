// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.fumibako.db.Database;
import org.fumibako.model.AccountId;
import org.fumibako.model.MailboxId;
import org.fumibako.model.SpecialUse;

/** Answers what mailboxes an account has. */
final class Mailboxes {
    private static final Comparator<Mailbox> INBOX_FIRST = Comparator.comparing(
                    (Mailbox mailbox) -> !mailbox.use().equals(Optional.of(SpecialUse.INBOX)))
            .thenComparing(Mailbox::name);

    private final Database database;

    Mailboxes(Database database) {
        this.database = database;
    }

    List<Mailbox> all(AccountId account) {
        return database.read(connection -> MailboxRows.all(connection, account)).stream()
                .sorted(INBOX_FIRST)
                .toList();
    }

    Optional<Mailbox> byName(AccountId account, String name) {
        String canonical = MailboxName.canonical(name);
        return all(account).stream()
                .filter(mailbox -> mailbox.name().equals(canonical))
                .findFirst();
    }

    Optional<Mailbox> byId(AccountId account, MailboxId mailbox) {
        return database.read(connection -> MailboxRows.byId(connection, account, mailbox));
    }

    Mailbox byUse(AccountId account, SpecialUse use) {
        List<Mailbox> all = all(account);
        return all.stream()
                .filter(mailbox -> mailbox.use().equals(Optional.of(use)))
                .findFirst()
                .or(() -> all.stream().findFirst())
                .orElseThrow(() -> new StoreException("there is no account " + account));
    }

    SortedSet<String> subscriptions(AccountId account) {
        return database.read(connection -> SubscriptionRows.all(connection, account));
    }
}
