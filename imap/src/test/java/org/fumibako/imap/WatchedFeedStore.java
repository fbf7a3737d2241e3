// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap;

import java.util.concurrent.atomic.AtomicInteger;
import org.fumibako.store.ChangeFeed;
import org.fumibako.store.MessageStore;

/** A store that counts the open subscriptions to its changes. */
final class WatchedFeedStore extends ForwardingStore {
    private final AtomicInteger open;

    WatchedFeedStore(MessageStore store, AtomicInteger open) {
        super(store);
        this.open = open;
    }

    @Override
    public ChangeFeed changes() {
        return (account, listener) -> watched(super.changes().subscribe(account, listener));
    }

    private ChangeFeed.Subscription watched(ChangeFeed.Subscription subscription) {
        open.incrementAndGet();
        return () -> {
            open.decrementAndGet();
            subscription.close();
        };
    }
}
