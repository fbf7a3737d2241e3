// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import org.fumibako.model.AccountId;
import org.fumibako.model.MailboxId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The change feed inside one process: the committer leaves word, a thread of the feed tells the listeners. */
final class Feed implements ChangeFeed, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Feed.class);

    private final Map<AccountId, List<Subscriber>> subscribers = new ConcurrentHashMap<>();
    private final BlockingQueue<Word> words = new LinkedBlockingQueue<>();
    private final Thread teller = Thread.ofVirtual().name("store-feed").unstarted(this::tell);

    /** {@code mailbox} is empty when the account was rearranged. */
    private record Word(AccountId account, Optional<MailboxId> mailbox) {}

    /** Compared by identity: subscribing one listener twice makes two subscriptions. */
    private static final class Subscriber {
        private final Listener listener;

        Subscriber(Listener listener) {
            this.listener = listener;
        }
    }

    void start() {
        teller.start();
    }

    @Override
    public Subscription subscribe(AccountId account, Listener listener) {
        Subscriber own = new Subscriber(listener);
        subscribers.compute(account, (id, known) -> {
            List<Subscriber> list = known == null ? new CopyOnWriteArrayList<>() : known;
            list.add(own);
            return list;
        });
        return () -> subscribers.computeIfPresent(account, (id, list) -> {
            list.remove(own);
            return list.isEmpty() ? null : list;
        });
    }

    /** Committer: these mailboxes changed, durably. Accounts that nobody listens to are passed over. */
    void changed(Collection<MailboxState> mailboxes) {
        for (MailboxState mailbox : mailboxes) {
            AccountId account = mailbox.account().id();
            if (subscribers.containsKey(account)) {
                words.add(new Word(account, Optional.of(mailbox.id())));
            }
        }
    }

    /** Committer: these accounts were rearranged, durably. */
    void rearranged(Collection<AccountState> accounts) {
        for (AccountState account : accounts) {
            if (subscribers.containsKey(account.id())) {
                words.add(new Word(account.id(), Optional.empty()));
            }
        }
    }

    private void tell() {
        try {
            while (true) {
                Word word = words.take();
                for (Subscriber subscriber : subscribers.getOrDefault(word.account(), List.of())) {
                    tell(subscriber.listener, word.mailbox());
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static void tell(Listener listener, Optional<MailboxId> mailbox) {
        try {
            mailbox.ifPresentOrElse(listener::changed, listener::rearranged);
        } catch (RuntimeException broken) {
            LOG.error("a listener of the change feed failed", broken);
        }
    }

    @Override
    public void close() {
        teller.interrupt();
    }
}
