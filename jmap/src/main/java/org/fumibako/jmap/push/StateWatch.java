// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.push;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.fumibako.jmap.Caller;
import org.fumibako.jmap.Doors;
import org.fumibako.jmap.wire.Ids;
import org.fumibako.jmap.wire.Json;
import org.fumibako.model.MailboxId;
import org.fumibako.store.ChangeFeed;
import tools.jackson.databind.node.ObjectNode;

/** Tells clients that hold a connection open of new states (RFC 8620 §7). */
public final class StateWatch {
    /** Connections of one account that are told: some browsers with some windows each. */
    private static final int MAX_WATCHERS = 32;

    private final ChangeFeed feed;
    private final List<Pushed> types;
    private final Json json;
    private final Doors doors = new Doors(MAX_WATCHERS);

    /** @param types all that are pushed */
    public StateWatch(ChangeFeed feed, List<Pushed> types, Json json) {
        this.feed = feed;
        this.types = types;
        this.json = json;
    }

    /**
     * Begins to watch; empty when the account has enough watchers.
     *
     * @param types names of the types that are of interest; {@code *} for all
     */
    public Optional<Watcher> watch(Caller caller, Set<String> types) {
        return doors.enter(caller.account().id()).map(pass -> new Watcher(caller, wanted(types), pass));
    }

    private List<Pushed> wanted(Set<String> names) {
        return types.stream()
                .filter(type -> names.contains("*") || names.contains(type.type()))
                .toList();
    }

    /** One who watches. For one thread, but for closing. */
    public final class Watcher implements AutoCloseable {
        private final Caller caller;
        private final List<Pushed> wanted;
        private final Doors.Pass pass;
        private final Semaphore news = new Semaphore(0);
        private final Map<Pushed, String> known = new LinkedHashMap<>();
        private final ChangeFeed.Subscription subscription;
        private final AtomicBoolean mailChanged = new AtomicBoolean();
        private final AtomicBoolean otherChanged = new AtomicBoolean();
        private volatile boolean closed;

        private Watcher(Caller caller, List<Pushed> wanted, Doors.Pass pass) {
            this.caller = caller;
            this.wanted = wanted;
            this.pass = pass;
            this.subscription = feed.subscribe(caller.account().id(), new Ear());
            wanted.forEach(type -> known.put(type, type.state().apply(caller)));
        }

        /** Takes down what kind of thing changed. */
        private final class Ear implements ChangeFeed.Listener {
            @Override
            public void changed(MailboxId mailbox) {
                mailChanged.set(true);
                news.release();
            }

            @Override
            public void rearranged() {
                mailChanged.set(true);
                news.release();
            }

            @Override
            public void objects(String kind) {
                otherChanged.set(true);
                news.release();
            }
        }

        /** All states that are of interest, as one StateChange. */
        public byte[] all() {
            return json.write(change(known));
        }

        /** Waits for a new state: a StateChange object (RFC 8620 §7.1) as JSON, or nothing when the time is over. */
        public Optional<byte[]> await(Duration patience) throws InterruptedException {
            long end = System.nanoTime() + patience.toNanos();
            while (!closed && news.tryAcquire(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS)) {
                news.drainPermits();
                Map<Pushed, String> fresh = fresh();
                if (!fresh.isEmpty() && !closed) {
                    known.putAll(fresh);
                    return Optional.of(json.write(change(fresh)));
                }
            }
            return Optional.empty();
        }

        private Map<Pushed, String> fresh() {
            // What comes while states are read sets them again, and is looked for once more.
            boolean mail = mailChanged.getAndSet(false);
            boolean other = otherChanged.getAndSet(false);
            Map<Pushed, String> fresh = new LinkedHashMap<>();
            for (Pushed type : wanted) {
                if (type.mail() ? mail : other) {
                    String state = type.state().apply(caller);
                    if (!state.equals(known.get(type))) {
                        fresh.put(type, state);
                    }
                }
            }
            return fresh;
        }

        private ObjectNode change(Map<Pushed, String> states) {
            ObjectNode said = Json.object();
            states.forEach((type, state) -> said.put(type.type(), state));
            ObjectNode changed = Json.object();
            changed.set(Ids.account(caller.account().id()), said);
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
