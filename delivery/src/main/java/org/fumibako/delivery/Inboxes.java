// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.fumibako.model.AccountId;
import org.fumibako.model.MailboxId;
import org.fumibako.model.SpecialUse;
import org.fumibako.store.Mailbox;
import org.fumibako.store.MessageStore;

/** The INBOX of each account. Its id never changes while the account lives, so it is asked for once. */
public final class Inboxes {
    /** Ids remembered; beyond it the memory starts afresh, which costs a question an account. */
    private static final int MAX_REMEMBERED = 100_000;

    private final MessageStore store;
    private final ConcurrentMap<AccountId, MailboxId> remembered = new ConcurrentHashMap<>();

    public Inboxes(MessageStore store) {
        this.store = store;
    }

    public MailboxId of(AccountId account) {
        MailboxId known = remembered.get(account);
        return known != null ? known : ask(account);
    }

    /** The mailbox for a purpose; but for INBOX it is asked for each time, because its owner may delete it. */
    MailboxId of(AccountId account, SpecialUse use) {
        MailboxId inbox = of(account);
        return use == SpecialUse.INBOX ? inbox : store.mailbox(account, use).id();
    }

    /** The store knows nothing of the mailbox: ask again next time. */
    void forget(AccountId account) {
        remembered.remove(account);
    }

    private MailboxId ask(AccountId account) {
        Mailbox inbox = store.mailbox(account, "INBOX").orElseGet(() -> {
            // An account that the registry has and the store has not seen yet.
            store.createAccount(account);
            return store.mailbox(account, "INBOX").orElseThrow();
        });
        if (remembered.size() >= MAX_REMEMBERED) {
            remembered.clear();
        }
        remembered.put(account, inbox.id());
        return inbox.id();
    }
}
