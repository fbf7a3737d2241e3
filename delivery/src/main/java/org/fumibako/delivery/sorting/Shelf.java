// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.sorting;

import java.util.Optional;
import org.fumibako.journal.Origin;
import org.fumibako.sieve.Action;
import org.fumibako.store.Mailbox;
import org.fumibako.store.MailboxException;
import org.fumibako.store.MessageStore;

/** Finds the mailbox that a rule names, and makes it where the rule says so (RFC 5490 §3.2, RFC 8579 §4). */
record Shelf(Facts facts) {
    private static final Origin ORIGIN = Origin.system("sorting");

    /** Its name; empty when it is not there and cannot be had. */
    Optional<String> find(Action.FileInto into) {
        if (named("INBOX").isEmpty()) {
            // An account that the store has not seen yet.
            facts.store().createAccount(facts.account().id());
        }
        Optional<String> byUse = into.specialUse().flatMap(facts::withUse).map(Mailbox::name);
        if (byUse.isPresent()) {
            return byUse;
        }
        Optional<Mailbox> byName = named(into.mailbox());
        return byName.isEmpty() && into.create() ? made(into.mailbox()) : byName.map(Mailbox::name);
    }

    private Optional<Mailbox> named(String name) {
        return facts.store().mailbox(facts.account().id(), name);
    }

    private Optional<String> made(String name) {
        MessageStore store = facts.store();
        try {
            Mailbox made = store.createMailbox(facts.account().id(), name, Optional.empty(), ORIGIN);
            store.subscribe(facts.account().id(), made.name(), true);
            return Optional.of(made.name());
        } catch (MailboxException cannot) {
            // Two deliveries may want it at once.
            return named(name).map(Mailbox::name);
        }
    }
}
