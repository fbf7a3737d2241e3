// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.spam;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.fumibako.db.Database;
import org.fumibako.filter.FilterLimits;
import org.fumibako.filter.bayes.Memory;
import org.fumibako.filter.bayes.SampleTokens;
import org.fumibako.filter.bayes.TokenSet;
import org.fumibako.filter.message.Circumstances;
import org.fumibako.filter.message.SampleReader;
import org.fumibako.journal.FilterEvent;
import org.fumibako.journal.Journal;
import org.fumibako.journal.JournalEvent;
import org.fumibako.journal.JournalRow;
import org.fumibako.mime.MessageParser;
import org.fumibako.model.Content;
import org.fumibako.registry.Account;
import org.fumibako.registry.Directory;
import org.fumibako.registry.filter.Lesson;
import org.fumibako.registry.filter.Memories;
import org.fumibako.store.MessageStore;
import org.fumibako.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Learns from what owners do: what they move or copy to Junk is spam, what they take out of it is wanted, by whatever protocol. It
 * reads the journal's rows of moves, which are written with them, and notes with each lesson how far it has read.
 *
 * <p>A move in the other direction takes back what an earlier one said and says nothing of its own, so an undo leaves no trace.
 */
public final class Learning implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Learning.class);
    private static final String LEASE = "filter-learning";
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    /** How long another process waits for one that died while it learnt. */
    private static final Duration LEASED = Duration.ofMinutes(2);

    /** Rows of one round. */
    private static final int ROWS = 200;

    private final Parts parts;
    private final SampleTokens tokens = new SampleTokens(FilterLimits.DEFAULT);
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("filter-learning").factory());

    /**
     * What it works with.
     *
     * @param leases keeps the lease: only one process learns at a time
     */
    public record Parts(
            Journal journal,
            MessageStore store,
            Directory directory,
            Memories memories,
            Owners owners,
            Database leases) {}

    public Learning(Parts parts) {
        this.parts = parts;
    }

    /** Begins to look, every second. */
    public void start() {
        // A task that throws would never run again, so its outcome is logged where it arises.
        var _ = thread.scheduleWithFixedDelay(
                this::lookSafely, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** One round; returns how many messages were learnt from. */
    public int look() {
        long position = parts.memories().position();
        List<JournalRow> rows = parts.journal().moves(position, ROWS);
        if (rows.isEmpty()) {
            return 0;
        }
        Optional<Database.Lease> lease = parts.leases().lease(LEASE, LEASED);
        if (lease.isEmpty() || parts.memories().position() != position) {
            lease.ifPresent(Database.Lease::close);
            return 0;
        }
        try {
            int learnt = 0;
            for (JournalRow row : rows) {
                learnt += learn(row) ? 1 : 0;
            }
            parts.memories().passed(rows.getLast().id());
            return learnt;
        } finally {
            lease.get().close();
        }
    }

    private boolean learn(JournalRow row) {
        Optional<Account> account = row.account().flatMap(parts.directory()::account);
        Optional<Transfer> transfer = Transfer.of(row);
        if (account.isEmpty() || transfer.isEmpty()) {
            return false;
        }
        Optional<Boolean> said =
                transfer.get().judgement(parts.store(), account.get().id());
        if (said.isEmpty()) {
            return false;
        }
        long content = transfer.get().contentId();
        Optional<Boolean> before = parts.memories().judgement(account.get().id(), content);
        if (before.equals(said)) {
            return false;
        }
        Optional<TokenSet> words = words(account.get(), content);
        words.ifPresent(found -> {
            Lesson lesson = new Lesson(
                    row.id(),
                    account.get().id(),
                    account.get().domain(),
                    content,
                    before.isPresent() ? Optional.empty() : said);
            learn(lesson, found, account.get(), before.orElse(said.get()), before.isPresent() ? -1 : 1);
            record(row, account.get(), lesson, found);
        });
        return words.isPresent();
    }

    private void learn(Lesson lesson, TokenSet words, Account account, boolean spam, int times) {
        Owners owners = parts.owners();
        owners.forget(account.id(), account.domain());
        Memory ofAccount = owners.ofAccount(account.id()).with(words, spam, times);
        Memory ofDomain = owners.ofDomain(account.domain()).with(words, spam, times);
        parts.memories().learn(lesson, ofAccount.octets(), ofDomain.octets());
        owners.learnt(account.id(), ofAccount, account.domain(), ofDomain);
    }

    private void record(JournalRow row, Account account, Lesson lesson, TokenSet words) {
        String as = lesson.spam().map(spam -> spam ? "spam" : "wanted").orElse("undone");
        parts.journal()
                .record(new JournalEvent.Entry(
                        Optional.of(account.id()),
                        row.origin(),
                        new FilterEvent.Learnt(lesson.contentId(), as, words.size())));
    }

    /** Empty when the message is gone. */
    private Optional<TokenSet> words(Account account, long contentId) {
        try (Content message = parts.store().content(account.id(), contentId)) {
            Circumstances unknown = Circumstances.unknown(java.time.Instant.EPOCH);
            return Optional.of(
                    tokens.of(SampleReader.read(message, MessageParser.parse(message), unknown, FilterLimits.DEFAULT)));
        } catch (IOException | StoreException gone) {
            LOG.debug("nothing was learnt from content {}", contentId, gone);
            return Optional.empty();
        }
    }

    private void lookSafely() {
        try {
            int learnt;
            do {
                learnt = look();
            } while (learnt > 0 && !Thread.currentThread().isInterrupted());
        } catch (RuntimeException failed) {
            LOG.warn("learning from moves failed; the next round tries again", failed);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
