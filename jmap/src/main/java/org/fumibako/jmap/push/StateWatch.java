// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.push;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.fumibako.jmap.Caller;
import org.fumibako.jmap.Doors;
import org.fumibako.jmap.mail.AccountMail;
import org.fumibako.jmap.wire.Ids;
import org.fumibako.jmap.wire.Json;
import org.fumibako.model.AccountId;
import org.fumibako.store.ChangeFeed;
import tools.jackson.databind.node.ObjectNode;

/** Tells clients that hold a connection open of new states (RFC 8620 §7). */
public final class StateWatch {
    /** Connections of one account that are told: some browsers with some windows each. */
    private static final int MAX_WATCHERS = 32;

    private static final Set<String> TYPES = Set.of("Mailbox", "Thread", "Email", "EmailDelivery");

    private final ChangeFeed feed;
    private final AccountMail mail;
    private final Json json;
    private final Doors doors = new Doors(MAX_WATCHERS);

    public StateWatch(ChangeFeed feed, AccountMail mail, Json json) {
        this.feed = feed;
        this.mail = mail;
        this.json = json;
    }

    /**
     * Begins to watch; empty when the account has enough watchers.
     *
     * @param types names of the types that are of interest; {@code *} for all
     */
    public Optional<Watcher> watch(Caller caller, Set<String> types) {
        return doors.enter(caller.account().id())
                .map(pass -> new Watcher(caller.account().id(), types, pass));
    }

    /** One who watches. For one thread, but for closing. */
    public final class Watcher implements AutoCloseable {
        private final AccountId account;
        private final Set<String> types;
        private final Doors.Pass pass;
        private final Semaphore news = new Semaphore(0);
        private final ChangeFeed.Subscription subscription;
        private long known;
        private volatile boolean closed;

        private Watcher(AccountId account, Set<String> types, Doors.Pass pass) {
            this.account = account;
            this.types = types;
            this.pass = pass;
            this.subscription = feed.subscribe(account, mailbox -> news.release());
            this.known = mail.modSeq(account);
        }

        /** Waits for a new state: a StateChange object (RFC 8620 §7.1) as JSON, or nothing when the time is over. */
        public Optional<byte[]> await(Duration patience) throws InterruptedException {
            long end = System.nanoTime() + patience.toNanos();
            while (!closed && news.tryAcquire(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS)) {
                news.drainPermits();
                long now = mail.modSeq(account);
                if (now != known && !closed) {
                    known = now;
                    return Optional.of(json.write(change(now)));
                }
            }
            return Optional.empty();
        }

        private ObjectNode change(long state) {
            ObjectNode states = Json.object();
            for (String type : TYPES) {
                if (types.contains("*") || types.contains(type)) {
                    states.put(type, Long.toString(state));
                }
            }
            ObjectNode changed = Json.object();
            changed.set(Ids.account(account), states);
            ObjectNode change = Json.object().put("@type", "StateChange");
            change.set("changed", changed);
            return change;
        }

        public boolean isClosed() {
            return closed;
        }

        /** Ends a wait that is under way. Idempotent. */
        @Override
        public synchronized void close() {
            if (!closed) {
                closed = true;
                subscription.close();
                pass.close();
                news.release();
            }
        }
    }
}
