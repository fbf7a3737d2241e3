// SPDX-License-Identifier: Apache-2.0
package org.fumibako.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.fumibako.db.Database;
import org.fumibako.db.TestDatabase;
import org.fumibako.model.AccountId;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.SmtpReply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the journal keeps, on either engine. */
@Timeout(120)
interface JournalContract {
    Instant NOW = Instant.parse("2026-11-25T04:05:06.789Z");
    AccountId TARO = new AccountId(7);
    AccountId HANAKO = new AccountId(8);
    Origin IMAP = new Origin(
            Protocol.IMAP,
            "a1b2",
            Optional.of(InetAddress.ofLiteral("2001:db8::1")),
            "Mail\0er 文箱",
            Optional.of(EmailAddress.of("taro@example.jp")),
            Optional.of("花子のスマホ"),
            "");

    TestDatabase fresh();

    @Test
    default void everyKindOfEventIsReadAsItWasWritten() {
        long seed = new Random().nextLong();
        List<JournalEvent> events = new SampleEvents(new Random(seed)).oneOfEach();
        try (TestDatabase test = fresh();
                Database database = test.open();
                Journal journal = journal(database, NOW)) {
            write(database, journal, entries(TARO, events));
            List<JournalRow> rows = journal.read(oldest(TARO, 100));
            assertThat(rows).as("seed %d", seed).extracting(JournalRow::event).isEqualTo(events);
            assertThat(rows).extracting(JournalRow::at).containsOnly(NOW);
            assertThat(rows).extracting(JournalRow::account).containsOnly(Optional.of(TARO));
            assertThat(rows).extracting(JournalRow::origin).containsOnly(IMAP.withClient("Mail\ufffder 文箱"));
        }
    }

    @Test
    default void rowsShareTheFateOfTheirTransaction() {
        try (TestDatabase test = fresh();
                Database database = test.open();
                Journal journal = journal(database, NOW)) {
            assertThatThrownBy(() -> database.write(connection -> {
                        journal.write(connection, entries(TARO, List.of(new JournalEvent.MailboxCreated("x"))));
                        throw new IllegalStateException("rolled back");
                    }))
                    .hasMessage("rolled back");
            assertThat(journal.read(JournalQuery.latest(10))).isEmpty();
        }
    }

    @Test
    default void recordedRowsAreThereAfterAFlush() {
        try (TestDatabase test = fresh();
                Database database = test.open();
                Journal journal = journal(database, NOW)) {
            for (int i = 1; i <= 2_500; i++) {
                journal.record(entry(Optional.of(TARO), new JournalEvent.Seen(i, "INBOX", i)));
            }
            journal.flush();
            assertThat(journal.read(oldest(TARO, 3_000)))
                    .hasSize(2_500)
                    .extracting(row -> ((JournalEvent.Seen) row.event()).uid())
                    .isSorted();
        }
    }

    @Test
    default void closingWritesWhatWasRecorded() {
        try (TestDatabase test = fresh();
                Database database = test.open()) {
            Journal journal = journal(database, NOW);
            journal.record(entry(Optional.of(TARO), new JournalEvent.SignedIn("PLAIN")));
            journal.close();
            journal.record(entry(Optional.of(TARO), new JournalEvent.SignedIn("TOO-LATE")));
            try (Journal reader = journal(database, NOW)) {
                assertThat(reader.read(JournalQuery.latest(10)))
                        .extracting(JournalRow::event)
                        .containsExactly(new JournalEvent.SignedIn("PLAIN"));
            }
        }
    }

    @Test
    default void rowsAreFoundByAccountNewestOrOldestFirstUpToALimit() {
        try (TestDatabase test = fresh();
                Database database = test.open();
                Journal journal = journal(database, NOW)) {
            write(database, journal, entries(TARO, List.of(named("1"), named("2"), named("3"))));
            write(database, journal, entries(HANAKO, List.of(named("4"))));
            assertThat(names(journal.read(JournalQuery.latest(TARO, 2)))).containsExactly("3", "2");
            assertThat(names(journal.read(oldest(TARO, 2)))).containsExactly("1", "2");
            assertThat(names(journal.read(JournalQuery.latest(100)))).containsExactly("4", "3", "2", "1");
        }
    }

    @Test
    default void rowsOfNobodyAreFoundByAddressInAnyCase() {
        JournalEvent refused = new JournalEvent.Refused(
                "a@b.example", "Nobody@Example.jp", SmtpReply.of(550, "5.1.1", "no such user"));
        JournalEvent failed = new JournalEvent.SignInFailed("NOBODY@example.jp", "PLAIN", "unknown account");
        try (TestDatabase test = fresh();
                Database database = test.open();
                Journal journal = journal(database, NOW)) {
            write(
                    database,
                    journal,
                    List.of(
                            entry(Optional.empty(), refused),
                            entry(Optional.empty(), failed),
                            entry(Optional.of(TARO), failed)));
            JournalQuery query = new JournalQuery(
                    Optional.of(new JournalQuery.About.OfAddress("nobody@EXAMPLE.jp")), Instant.EPOCH, false, 10);
            assertThat(journal.read(query)).extracting(JournalRow::event).containsExactly(refused, failed);
        }
    }

    @Test
    default void rowsBeforeSinceAreLeftOut() {
        try (TestDatabase test = fresh();
                Database database = test.open();
                Journal early = journal(database, NOW);
                Journal late = journal(database, NOW.plusMillis(1))) {
            write(database, early, entries(TARO, List.of(named("early"))));
            write(database, late, entries(TARO, List.of(named("late"))));
            JournalQuery query = new JournalQuery(Optional.empty(), NOW.plusMillis(1), false, 10);
            assertThat(names(late.read(query))).containsExactly("late");
        }
    }

    @Test
    default void rowsOlderThanTheRetentionAreDeletedAndNoOthers() {
        try (TestDatabase test = fresh();
                Database database = test.open();
                Journal old = journal(database, NOW.minus(Journal.RETENTION).minusMillis(1));
                Journal kept = journal(database, NOW.minus(Journal.RETENTION))) {
            List<JournalEvent> many = new ArrayList<>();
            for (int i = 0; i < 1_200; i++) {
                many.add(named("old"));
            }
            write(database, old, entries(TARO, many));
            write(database, kept, entries(TARO, List.of(named("kept"))));
            assertThat(kept.expire(NOW.minus(Journal.RETENTION))).isEqualTo(1_200);
            assertThat(names(kept.read(JournalQuery.latest(10)))).containsExactly("kept");
            assertThat(kept.expire(NOW.minus(Duration.ofDays(365)))).isZero();
        }
    }

    private static Journal journal(Database database, Instant now) {
        return new Journal(database, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static void write(Database database, Journal journal, List<JournalEvent.Entry> entries) {
        database.write(connection -> {
            journal.write(connection, entries);
            return true;
        });
    }

    private static JournalQuery oldest(AccountId account, int limit) {
        return new JournalQuery(Optional.of(new JournalQuery.About.OfAccount(account)), Instant.EPOCH, false, limit);
    }

    private static JournalEvent named(String name) {
        return new JournalEvent.MailboxCreated(name);
    }

    private static List<String> names(List<JournalRow> rows) {
        return rows.stream()
                .map(row -> ((JournalEvent.MailboxCreated) row.event()).mailbox())
                .toList();
    }

    private static List<JournalEvent.Entry> entries(AccountId account, List<? extends JournalEvent> events) {
        return events.stream().map(event -> entry(Optional.of(account), event)).toList();
    }

    private static JournalEvent.Entry entry(Optional<AccountId> account, JournalEvent event) {
        return new JournalEvent.Entry(account, IMAP, event);
    }
}
