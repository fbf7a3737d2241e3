// SPDX-License-Identifier: Apache-2.0
package org.fumibako.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.fumibako.db.Database;
import org.fumibako.db.TestDatabase;
import org.fumibako.model.AccountId;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.SmtpReply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is told of a message's life, on either engine. */
@Timeout(120)
interface TraceContract {
    AccountId TARO = new AccountId(7);
    AccountId HANAKO = new AccountId(8);
    EmailAddress SENDER = EmailAddress.of("suzuki@example.com");
    Instant NOW = Instant.parse("2026-11-25T04:05:06.789Z");

    /** Enough rows that reading them all is not the best way. */
    String MANY = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)"
            + " INSERT INTO journal (at, kind, protocol, session, client, detail, message_key, sender_key)"
            + " SELECT i, 'filed', 'SMTP', 's', '', 'some detail of ordinary length', i, i FROM n";

    TraceQuery.Whose EVERYBODY = new TraceQuery.Whose.Everybody();

    TestDatabase fresh();

    /** Some journal with a day's rows in it. */
    interface Day {
        void look(Journal journal);
    }

    @Test
    default void aLifeHasAllThatHappenedToTheMessageAndNothingElse() {
        onADay(journal -> {
            List<MessageLife> lives = trace(journal, new TraceQuery.Wanted.MessageId("<one@example.com>"), 10);
            assertThat(lives).hasSize(1);
            assertThat(lives.getFirst().rows())
                    .extracting(JournalRow::kind)
                    .containsExactly("authenticated", "filed", "filed", "seen", "moved", "copied", "deleted", "purged");
            assertThat(lives.getFirst().rows())
                    .extracting(row -> row.account().map(AccountId::value).orElse(0L))
                    .containsExactly(0L, 7L, 8L, 7L, 7L, 7L, 8L, 7L);
        });
    }

    @Test
    default void messagesAreFoundByASubjectsPartAndByTheirSenderInAnyCaseLatestFirst() {
        onADay(journal -> {
            assertThat(ids(trace(journal, new TraceQuery.Wanted.Subject("請求"), 10)))
                    .containsExactly("two@example.com", "one@example.com");
            assertThat(ids(trace(journal, new TraceQuery.Wanted.Subject("100%_INVOICE"), 10)))
                    .containsExactly("one@example.com");
            assertThat(trace(journal, new TraceQuery.Wanted.Subject("100 INVOICE"), 10))
                    .isEmpty();
            List<MessageLife> sent =
                    trace(journal, new TraceQuery.Wanted.Sender(EmailAddress.of("suzuki@EXAMPLE.com")), 10);
            assertThat(ids(sent)).containsExactly("refused", "two@example.com", "one@example.com");
            assertThat(ids(trace(journal, new TraceQuery.Wanted.Subject("請求"), 1)))
                    .containsExactly("two@example.com");
        });
    }

    @Test
    default void anAccountSeesItsOwnPartOnly() {
        onADay(journal -> {
            TraceQuery query = new TraceQuery(
                    new TraceQuery.Wanted.MessageId("one@example.com"),
                    new TraceQuery.Whose.OfAccount(HANAKO),
                    Instant.EPOCH,
                    10);
            assertThat(journal.trace(query).lives().getFirst().rows())
                    .extracting(JournalRow::kind)
                    .containsExactly("authenticated", "filed", "deleted");
        });
    }

    @Test
    default void aPartOfAnythingPeopleSeeFindsAMessageOfAnyOfTheAccounts() {
        onADay(journal -> {
            assertThat(kinds(part(journal, "NO@example", EVERYBODY))).containsExactly("refused");
            assertThat(part(journal, "FAR@", of(TARO))).hasSize(2);
            assertThat(part(journal, "<one@example.com>", of(TARO, HANAKO))).hasSize(1);
            assertThat(part(journal, "hanako@", of(TARO))).isEmpty();
            assertThat(part(journal, "", of(HANAKO))).hasSize(1);
            assertThat(part(journal, "", of())).isEmpty();
            assertThat(part(journal, "", EVERYBODY)).hasSize(6);
        });
    }

    private static TraceQuery.Whose of(AccountId... accounts) {
        return new TraceQuery.Whose.OfAccounts(Set.of(accounts));
    }

    private static List<MessageLife> part(Journal journal, String text, TraceQuery.Whose whose) {
        return journal.trace(new TraceQuery(new TraceQuery.Wanted.Part(text), whose, Instant.EPOCH, 10))
                .lives();
    }

    private static List<String> kinds(List<MessageLife> lives) {
        return lives.stream()
                .flatMap(life -> life.rows().stream())
                .map(JournalRow::kind)
                .toList();
    }

    @Test
    default void whatTheFilterThoughtIsPartOfALife() {
        JournalEvent judged = new FilterEvent.Judged(
                "suzuki@example.com", "three@example.com", "x", "0.8", "normal", "wanted", "none");
        onADay(
                List.of(of(TARO, judged), of(TARO, filed(5, "three@example.com", "x", "taro@example.jp"))),
                journal -> assertThat(kinds(trace(journal, new TraceQuery.Wanted.MessageId("three@example.com"), 1)))
                        .containsExactly("judged", "filed"));
    }

    @Test
    default void signInsAreThoseOfTheAccountsAskedFor() {
        JournalEvent abroad =
                new JournalEvent.RefusedAbroad("x@y.example", "US", JournalEvent.RefusedAbroad.Place.ABROAD);
        onADay(
                List.of(
                        of(TARO, new JournalEvent.SignedIn("PLAIN")),
                        of(HANAKO, abroad),
                        of(TARO, new JournalEvent.SignInFailed("taro", "PLAIN", "no")),
                        of(TARO, new JournalEvent.Seen(1, "INBOX", 1))),
                journal -> {
                    assertThat(journal.signIns(Set.of(TARO, HANAKO), Instant.EPOCH, 10))
                            .extracting(JournalRow::kind)
                            .containsExactly("sign-in-failed", "refused-abroad", "signed-in");
                    assertThat(journal.signIns(Set.of(HANAKO), Instant.EPOCH, 10))
                            .hasSize(1);
                    assertThat(journal.signIns(Set.of(TARO), NOW.plusMillis(1), 10))
                            .isEmpty();
                    assertThat(journal.signIns(Set.of(), Instant.EPOCH, 10)).isEmpty();
                });
    }

    @Test
    default void aLifeOfMailThatLeavesGoesOnToItsEnd() {
        onADay(journal -> {
            List<MessageLife> lives = trace(journal, new TraceQuery.Wanted.MessageId("out@example.jp"), 10);
            assertThat(lives).hasSize(1);
            assertThat(lives.getFirst().rows())
                    .extracting(JournalRow::kind)
                    .containsExactly("queued", "held", "released", "delivered");
        });
    }

    @Test
    default void whatIsOlderIsLeftOut() {
        onADay(journal -> {
            for (TraceQuery.Wanted wanted : List.of(
                    new TraceQuery.Wanted.Subject("請求"),
                    new TraceQuery.Wanted.Sender(SENDER),
                    new TraceQuery.Wanted.MessageId("one@example.com"))) {
                TraceQuery query = new TraceQuery(wanted, EVERYBODY, NOW.plusMillis(1), 10);
                assertThat(journal.trace(query).lives()).isEmpty();
            }
        });
    }

    @Test
    default void whatARuleThrewAwayIsFoundByAllThatIsKnownOfIt() {
        onADay(journal -> {
            for (TraceQuery.Wanted wanted : List.of(
                    new TraceQuery.Wanted.Subject("casino"),
                    new TraceQuery.Wanted.Sender(EmailAddress.of("luck@example.net")),
                    new TraceQuery.Wanted.MessageId("luck@example.net"))) {
                assertThat(trace(journal, wanted, 10)).as(wanted.toString()).hasSize(1);
            }
        });
    }

    @Test
    default void aCustomerSeesWhatConcernsItsAccounts() {
        onADay(journal -> {
            TraceQuery.Whose customer = new TraceQuery.Whose.OfAccounts(Set.of(HANAKO));
            for (TraceQuery.Wanted wanted : List.of(
                    new TraceQuery.Wanted.Subject("請求"),
                    new TraceQuery.Wanted.Sender(SENDER),
                    new TraceQuery.Wanted.MessageId("one@example.com"))) {
                TracePage page = journal.trace(new TraceQuery(wanted, customer, Instant.EPOCH, 10));
                assertThat(page.next()).isEmpty();
                assertThat(page.lives())
                        .singleElement()
                        .satisfies(life -> assertThat(life.rows())
                                .extracting(JournalRow::kind)
                                .containsExactly("authenticated", "filed", "deleted"));
            }
        });
    }

    @Test
    default void pagesFollowEachOtherToTheEnd() {
        onADay(journal -> {
            List<String> all = new ArrayList<>();
            OptionalLong next = OptionalLong.of(Long.MAX_VALUE);
            while (next.isPresent()) {
                TracePage page = journal.trace(
                        new TraceQuery(new TraceQuery.Wanted.Sender(SENDER), EVERYBODY, Instant.EPOCH, 1, next));
                all.addAll(ids(page.lives()));
                next = page.next();
            }
            assertThat(all).containsExactly("refused", "two@example.com", "one@example.com");
        });
    }

    @Test
    default void whatIsAskedOfEverybodyUsesAnIndex() {
        try (TestDatabase test = fresh();
                Database database = test.open()) {
            database.write(connection -> {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(MANY);
                    statement.execute("ANALYZE");
                }
                return true;
            });
            for (String column : List.of("message_key", "sender_key")) {
                String plan = database.write(connection -> plan(connection, TraceTable.keySql(column, 90)));
                assertThat(plan).contains("journal_" + column.replace("_key", ""));
            }
        }
    }

    /** How the engine would run a statement; it reads nothing. */
    private static String plan(Connection connection, String sql) throws SQLException {
        boolean sqlite = connection.getMetaData().getDatabaseProductName().equals("SQLite");
        String explained = sql.replace("id < ?", "id < " + Long.MAX_VALUE)
                .replaceAll("\\?", "1")
                .replaceAll("LIMIT 1$", "LIMIT 1000");
        try (Statement statement = connection.createStatement()) {
            StringBuilder plan = new StringBuilder();
            try (ResultSet row = statement.executeQuery((sqlite ? "EXPLAIN QUERY PLAN " : "EXPLAIN ") + explained)) {
                while (row.next()) {
                    plan.append(row.getString(sqlite ? 4 : 1)).append('\n');
                }
            }
            return plan.toString();
        }
    }

    @Test
    default void moreThanTheBoundIsRefused() {
        TraceQuery.Wanted wanted = new TraceQuery.Wanted.Subject("x");
        assertThat(new TraceQuery(wanted, EVERYBODY, NOW, TraceQuery.MAX_LIMIT).limit())
                .isEqualTo(TraceQuery.MAX_LIMIT);
        for (int limit : new int[] {0, TraceQuery.MAX_LIMIT + 1}) {
            assertThatThrownBy(() -> new TraceQuery(wanted, EVERYBODY, NOW, limit))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private void onADay(Day day) {
        onADay(entries(), day);
    }

    private void onADay(List<JournalEvent.Entry> entries, Day day) {
        try (TestDatabase test = fresh();
                Database database = test.open();
                Journal journal = new Journal(database, Clock.fixed(NOW, ZoneOffset.UTC))) {
            database.write(connection -> {
                journal.write(connection, entries);
                return true;
            });
            day.look(journal);
        }
    }

    private static List<JournalEvent.Entry> entries() {
        EmailAddress far = EmailAddress.of("far@example.net");
        return List.of(
                nobody(new JournalEvent.Authenticated(
                        "other@example.com", "", "none", "none", "none", "none", "filed")),
                nobody(new JournalEvent.Authenticated(
                        "suzuki@example.com", "", "pass", "pass", "none", "pass", "filed")),
                of(TARO, filed(1, "one@example.com", "請求書 100%_invoice", "taro@example.jp")),
                of(HANAKO, filed(1, "one@example.com", "請求書 100%_invoice", "hanako@example.jp")),
                of(TARO, filed(2, "two@example.com", "ご請求", "taro@example.jp")),
                of(TARO, new JournalEvent.Seen(1, "INBOX", 1)),
                of(TARO, new JournalEvent.Seen(2, "INBOX", 2)),
                of(TARO, new JournalEvent.Moved(1, "INBOX", 1, "Trash", 1)),
                of(TARO, new JournalEvent.Copied(1, "Trash", 1, "INBOX", 3)),
                of(HANAKO, new JournalEvent.Deleted(1, "INBOX", 1)),
                of(TARO, new JournalEvent.Purged(1, "Trash", 1)),
                nobody(new JournalEvent.Refused("suzuki@example.com", "no@example.jp", SmtpReply.of(550, "no"))),
                of(TARO, new OutgoingEvent.Queued(9, far, Optional.empty(), 10, "out@example.jp", "out")),
                of(TARO, new OutgoingEvent.Queued(90, far, Optional.empty(), 10, "other@example.jp", "out")),
                of(
                        TARO,
                        new SortingEvent.Discarded(
                                Optional.of(EmailAddress.of("luck@example.net")),
                                "Casino",
                                "a rule",
                                "luck@example.net")),
                of(TARO, new OutgoingEvent.Held(9, far)),
                of(TARO, new OutgoingEvent.Released(9, far)),
                of(TARO, new OutgoingEvent.Delivered(90, far, "mx", "", SmtpReply.of(250, "ok"))),
                of(TARO, new OutgoingEvent.Delivered(9, far, "mx", "", SmtpReply.of(250, "ok"))));
    }

    private static JournalEvent filed(long content, String messageId, String subject, String recipient) {
        return new JournalEvent.Filed(
                content,
                "INBOX",
                content,
                10,
                Optional.of(SENDER),
                Optional.of(EmailAddress.of(recipient)),
                messageId,
                subject);
    }

    private static JournalEvent.Entry of(AccountId account, JournalEvent event) {
        return new JournalEvent.Entry(Optional.of(account), Origin.system("day"), event);
    }

    private static JournalEvent.Entry nobody(JournalEvent event) {
        return new JournalEvent.Entry(Optional.empty(), Origin.system("day"), event);
    }

    private static List<MessageLife> trace(Journal journal, TraceQuery.Wanted wanted, int limit) {
        return journal.trace(new TraceQuery(wanted, EVERYBODY, Instant.EPOCH, limit))
                .lives();
    }

    private static List<String> ids(List<MessageLife> lives) {
        return lives.stream()
                .map(life -> life.rows().stream()
                        .map(JournalRow::event)
                        .filter(JournalEvent.Filed.class::isInstance)
                        .map(event -> ((JournalEvent.Filed) event).messageId())
                        .findFirst()
                        .orElse("refused"))
                .toList();
    }
}
