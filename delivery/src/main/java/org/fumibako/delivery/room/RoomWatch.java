// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.room;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.fumibako.journal.Origin;
import org.fumibako.model.AccountId;
import org.fumibako.model.ByteSize;
import org.fumibako.registry.Account;
import org.fumibako.registry.RoomWarnings;
import org.fumibako.store.MessageStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the owners of mailboxes that fill up, once at {@link #LEVELS each level}, before the next sender is refused. An owner is told
 * again after the mailbox had become emptier by {@link #SLACK}.
 */
public final class RoomWatch implements AutoCloseable {
    /** Percent of the quota. */
    static final List<Integer> LEVELS = List.of(80, 95);

    /** Percent below a level before it can be reached again: a mailbox that stays about a level is told of once. */
    static final int SLACK = 5;

    private static final Logger LOG = LoggerFactory.getLogger(RoomWatch.class);
    private static final Origin ORIGIN = Origin.system("quota");
    private static final Duration INTERVAL = Duration.ofMinutes(5);

    /** Accounts asked for at once. */
    private static final int PAGE = 1_000;

    private final Parts parts;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("room-watch").factory());

    /** What it works with. */
    public record Parts(RoomWarnings warnings, MessageStore store, RoomNotice notice, Clock clock) {}

    public RoomWatch(Parts parts) {
        this.parts = parts;
    }

    /** Begins to look every few minutes. */
    public void start() {
        // A task that throws would never run again, so its outcome is logged where it arises.
        var _ = thread.scheduleWithFixedDelay(
                this::lookSafely, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Looks at every account; returns how many owners were told. */
    public int look() {
        int told = 0;
        List<RoomWarnings.Told> page = parts.warnings().after(0, PAGE);
        while (!page.isEmpty()) {
            Map<AccountId, MessageStore.Usage> usage = parts.store()
                    .usage(page.stream().map(entry -> entry.account().id()).toList());
            for (RoomWarnings.Told entry : page) {
                MessageStore.Usage used = usage.get(entry.account().id());
                told += used != null && look(entry, used.size()) ? 1 : 0;
            }
            page = parts.warnings().after(page.getLast().account().id().value(), PAGE);
        }
        return told;
    }

    /** Whether its owner was told. */
    private boolean look(RoomWarnings.Told before, ByteSize used) {
        Account account = before.account();
        long percent = used.bytes() * 100 / account.quota().size().bytes();
        int level = level(percent);
        if (level > before.percent()) {
            return tell(account, used, level);
        }
        int kept = level(percent + SLACK);
        if (kept < before.percent()) {
            parts.warnings().told(account.id(), kept);
        }
        return false;
    }

    private static int level(long percent) {
        return LEVELS.stream().filter(level -> level <= percent).reduce(0, Math::max);
    }

    private boolean tell(Account account, ByteSize used, int level) {
        try {
            parts.notice().file(account, used, ORIGIN, parts.clock().instant());
            parts.warnings().told(account.id(), level);
            return true;
        } catch (IOException unwritten) {
            LOG.error("the owner of {} could not be told that the mailbox fills up", account.address(), unwritten);
            return false;
        }
    }

    private void lookSafely() {
        try {
            look();
        } catch (RuntimeException failed) {
            LOG.warn("mailboxes could not be looked at; the next round tries again", failed);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
