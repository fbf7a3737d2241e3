// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.admin;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fumibako.model.AccountId;
import org.fumibako.registry.Account;

/**
 * Accounts that only the registry knows, and accounts that only the store has mailboxes of. Neither can be derived from the
 * other: packs know no addresses.
 */
public record RosterCheck(List<Account> registered, List<AccountId> stored) {
    /** Registered accounts that the store has no mailboxes for. */
    public List<Account> withoutMailboxes() {
        Set<AccountId> ids = new HashSet<>(stored);
        return registered.stream()
                .filter(account -> !ids.contains(account.id()))
                .toList();
    }

    /** Accounts with mailboxes that nobody can sign in to, because the registry does not know them. */
    public List<AccountId> unknown() {
        Set<AccountId> ids = new HashSet<>();
        registered.forEach(account -> ids.add(account.id()));
        return stored.stream().filter(id -> !ids.contains(id)).toList();
    }

    /** One for each such account. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        unknown().forEach(id -> sentences.add("account " + id + " has mailboxes, but the registry does not know it"));
        withoutMailboxes()
                .forEach(account -> sentences.add("account " + account.id() + ", " + account.address()
                        + ", is registered, but has no mailboxes"));
        return sentences;
    }
}
