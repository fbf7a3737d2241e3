// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.account;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.fumibako.db.Database;
import org.fumibako.journal.Origin;
import org.fumibako.registry.Account;
import org.fumibako.registry.Registry;
import org.fumibako.registry.Retirement;
import org.fumibako.store.MessageStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes accounts for good, with their mail, a week after they were given up. */
public final class AccountPurge implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AccountPurge.class);
    private static final String LEASE = "account-purge";
    private static final Duration INTERVAL = Duration.ofHours(1);
    private static final Origin ORIGIN = Origin.system("account-purge");

    private final Registry registry;
    private final MessageStore store;
    private final Database database;
    private final Clock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("account-purge").factory());

    /** @param database that keeps the lease */
    public AccountPurge(Registry registry, MessageStore store, Database database, Clock clock) {
        this.registry = registry;
        this.store = store;
        this.database = database;
        this.clock = clock;
    }

    /** Begins to look, every hour. */
    public void start() {
        // A task that throws would never run again, so its outcome is logged where it arises.
        var _ = thread.scheduleWithFixedDelay(this::purgeSafely, 2, INTERVAL.toMinutes(), TimeUnit.MINUTES);
    }

    /** One round; returns how many accounts went. Nothing happens while another process has the lease. */
    public int purge() {
        Optional<Database.Lease> lease = database.lease(LEASE, INTERVAL);
        if (lease.isEmpty()) {
            return 0;
        }
        try {
            List<Account> over = registry.retirement().before(clock.instant().minus(Retirement.PERIOD));
            for (Account account : over) {
                // The mail first: without its account nobody would know any more whose it is.
                store.deleteAccount(account.id(), ORIGIN);
                registry.retirement().remove(account.id(), ORIGIN);
            }
            return over.size();
        } finally {
            lease.get().close();
        }
    }

    private void purgeSafely() {
        try {
            int gone = purge();
            if (gone > 0) {
                LOG.info("{} accounts were removed for good", gone);
            }
        } catch (RuntimeException failed) {
            LOG.warn("removing accounts failed; the next round tries again", failed);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
