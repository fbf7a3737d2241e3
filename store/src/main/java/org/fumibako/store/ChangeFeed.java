// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import org.fumibako.model.AccountId;
import org.fumibako.model.MailboxId;

/** How a session learns that a mailbox changed. It may be told too often, never too seldom. */
public interface ChangeFeed {
    /** Calls {@code listener} after each durable change in the account until the subscription is closed. */
    Subscription subscribe(AccountId account, Listener listener);

    /** Called on a thread of the feed: returns at once, never throws, never blocks. */
    interface Listener {
        void changed(MailboxId mailbox);

        /** Mailboxes were made, renamed or deleted, or subscriptions or annotations changed. */
        default void rearranged() {}

        /** What the account has of this kind beside mail changed ({@link AccountObjects}). */
        default void objects(String kind) {}
    }

    /** Closing it ends the calls. Idempotent. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
