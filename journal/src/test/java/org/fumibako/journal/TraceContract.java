// SPDX-License-Identifier: Apache-2.0
package org.fumibako.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
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
                    new TraceQuery.Wanted.MessageId("one@example.com"), Optional.of(HANAKO), Instant.EPOCH, 10);
            assertThat(journal.trace(query).getFirst().rows())
                    .extracting(JournalRow::kind)
                    .containsExactly("authenticated", "filed", "deleted");
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
        onADay(journal -> assertThat(journal.trace(
                        new TraceQuery(new TraceQuery.Wanted.Subject("請求"), Optional.empty(), NOW.plusMillis(1), 10)))
                .isEmpty());
    }

    @Test
    default void moreThanTheBoundIsRefused() {
        TraceQuery.Wanted wanted = new TraceQuery.Wanted.Subject("x");
        assertThat(new TraceQuery(wanted, Optional.empty(), NOW, TraceQuery.MAX_LIMIT).limit())
                .isEqualTo(TraceQuery.MAX_LIMIT);
        for (int limit : new int[] {0, TraceQuery.MAX_LIMIT + 1}) {
            assertThatThrownBy(() -> new TraceQuery(wanted, Optional.empty(), NOW, limit))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private void onADay(Day day) {
        try (TestDatabase test = fresh();
                Database database = test.open();
                Journal journal = new Journal(database, Clock.fixed(NOW, ZoneOffset.UTC))) {
            database.write(connection -> {
                journal.write(connection, entries());
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
        return journal.trace(new TraceQuery(wanted, Optional.empty(), Instant.EPOCH, limit));
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
