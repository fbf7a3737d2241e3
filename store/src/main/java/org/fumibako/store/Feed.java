// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
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

    /** What to tell those who listen to the account. */
    private record Word(AccountId account, Consumer<Listener> news) {}

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
                MailboxId id = mailbox.id();
                words.add(new Word(account, listener -> listener.changed(id)));
            }
        }
    }

    /** Committer: these accounts were rearranged, durably. */
    void rearranged(Collection<AccountState> accounts) {
        for (AccountState account : accounts) {
            if (subscribers.containsKey(account.id())) {
                words.add(new Word(account.id(), Listener::rearranged));
            }
        }
    }

    /** Committer: objects of these kinds changed, durably. */
    void objects(Collection<Group.Kind> kinds) {
        for (Group.Kind kind : kinds) {
            if (subscribers.containsKey(kind.account())) {
                words.add(new Word(kind.account(), listener -> listener.objects(kind.name())));
            }
        }
    }

    private void tell() {
        try {
            while (true) {
                Word word = words.take();
                for (Subscriber subscriber : subscribers.getOrDefault(word.account(), List.of())) {
                    tell(subscriber.listener, word.news());
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static void tell(Listener listener, Consumer<Listener> news) {
        try {
            news.accept(listener);
        } catch (RuntimeException broken) {
            LOG.error("a listener of the change feed failed", broken);
        }
    }

    @Override
    public void close() {
        teller.interrupt();
    }
}
