// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.zone;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.fumibako.db.Database;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.server.Zone;
import org.fumibako.dns.server.ZoneSource;
import org.fumibako.model.DomainName;
import org.fumibako.registry.Domains;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The zones of customers' domains, for the name server. Changes of this process are told at once and one after another, those of
 * others within {@link #LOOK}. Safe for any number of threads.
 */
public final class Zones implements ZoneSource, AutoCloseable {
    /** How often it looks for what other processes have changed. */
    static final Duration LOOK = Duration.ofSeconds(5);

    /** How often it looks again for what it could not see. */
    private static final int LOOKS = 3;

    private static final Logger LOG = LoggerFactory.getLogger(Zones.class);

    private final ZoneBook book;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("zones").factory());

    /** Serials that listeners know. Like what follows it is guarded by this. */
    private final Map<DnsName, Long> told = new HashMap<>();

    /** Zones of which something could not be found out, to be looked at again. */
    private final Set<DomainName> unclear = new HashSet<>();

    /** Zones that others have published but that are not yet as they were published when we read them, with looks left. */
    private final Map<DomainName, Integer> late = new HashMap<>();

    private long seen;
    private volatile boolean closed;

    /** @param database with the migrations of {@code db/registry}; it stays the caller's to close */
    public Zones(Database database, Domains domains, Clock clock, ZoneSettings settings, PublishedKeys keys) {
        this.book = new ZoneBook(database, settings, keys, clock);
        domains.onChange(this::refresh);
        keys.onChange(this::refresh);
    }

    /**
     * Has every zone get a new serial at the next start: a database that was put back may be older than what secondaries have.
     *
     * @param database with the migrations of {@code db/registry}
     */
    public static void renew(Database database) {
        ZoneBook.renew(database);
    }

    /** Begins to look for changes of other processes. */
    public void start() {
        var _ = thread.scheduleWithFixedDelay(this::lookSafely, LOOK.toSeconds(), LOOK.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        closed = true;
        thread.shutdownNow();
    }

    @Override
    public void onChange(Listener listener) {
        listeners.add(listener);
    }

    /** Reads all zones, and gives new serials to those that the configuration has changed. */
    @Override
    public synchronized List<Zone> zones() {
        ZoneBook.State state = book.all();
        told.clear();
        state.zones().forEach(zone -> told.put(zone.apex(), zone.serial()));
        seen = state.revision();
        return state.zones();
    }

    ZoneBook book() {
        return book;
    }

    /** Makes a change and tells of it before another one is made. */
    synchronized <T> ZoneDesk.Made<T> change(Supplier<ZoneDesk.Made<T>> change) {
        ZoneDesk.Made<T> made = change.get();
        tell(made.zone());
        return made;
    }

    /** Looks once for what other processes have changed. */
    synchronized void look() {
        ZoneBook.News news = book.since(seen, Set.copyOf(late.keySet()), told);
        news.state().zones().forEach(this::tell);
        news.state().gone().forEach(this::tellGone);
        seen = news.state().revision();
        late.keySet().retainAll(news.late());
        news.late().forEach(this::isLate);
        for (DomainName domain : Set.copyOf(unclear)) {
            refresh(book.relatives(domain));
            unclear.remove(domain);
        }
    }

    /** A key may be remembered for a moment; what stays different was made with another configuration, which is not ours to serve. */
    private void isLate(DomainName apex) {
        int left = late.merge(apex, LOOKS, (before, _) -> before - 1);
        if (left == 0) {
            late.remove(apex);
            LOG.warn(
                    "dns: another process publishes the zone {} as this one would not; is its configuration another?",
                    apex);
        }
    }

    private void lookSafely() {
        try {
            look();
        } catch (RuntimeException failed) {
            LOG.warn("dns: looking for changes of zones failed; the next look is in {}", LOOK, failed);
        }
    }

    /** The change itself is made; what fails here is made good by the next look. */
    private void refresh(DomainName domain) {
        try {
            if (!closed) {
                refresh(book.relatives(domain));
            }
        } catch (RuntimeException failed) {
            LOG.warn("dns: the zone of {} could not be renewed; the next look tries again", domain, failed);
            synchronized (this) {
                unclear.add(domain);
            }
        }
    }

    private synchronized void refresh(Collection<DomainName> apexes) {
        ZoneBook.State state = book.refresh(apexes);
        state.zones().forEach(this::tell);
        state.gone().forEach(this::tellGone);
    }

    private void tell(Zone zone) {
        Long before = told.put(zone.apex(), zone.serial());
        if (before == null || before != zone.serial()) {
            listeners.forEach(listener -> listener.replaced(zone));
        }
    }

    private void tellGone(DomainName domain) {
        DnsName apex = DnsName.of(domain);
        if (told.remove(apex) != null) {
            listeners.forEach(listener -> listener.removed(apex));
        }
    }
}
