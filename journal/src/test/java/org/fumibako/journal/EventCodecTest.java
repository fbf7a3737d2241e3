// SPDX-License-Identifier: Apache-2.0
package org.fumibako.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.fumibako.model.AccountId;
import org.fumibako.model.EmailAddress;
import org.junit.jupiter.api.Test;

class EventCodecTest {
    @Test
    void everyKindOfEventComesBackAsItWas() {
        long seed = new Random().nextLong();
        SampleEvents samples = new SampleEvents(new Random(seed));
        for (int round = 0; round < 500; round++) {
            for (JournalEvent event : samples.oneOfEach()) {
                JournalEvent back = EventCodec.decode(
                        EventKind.of(event), EventCodec.contentId(event).orElse(0), EventCodec.encode(event));
                assertThat(back).as("seed %d", seed).isEqualTo(event);
            }
        }
    }

    @Test
    void anEntryAsTextComesBackAsItWas() {
        long seed = new Random().nextLong();
        SampleEvents samples = new SampleEvents(new Random(seed));
        Origin session = new Origin(
                Protocol.SMTP,
                "s\t1",
                Optional.of(InetAddress.ofLiteral("2001:db8::1")),
                "client\\ \n of 文箱",
                EmailAddress.parse("taro@example.test"));
        for (JournalEvent event : samples.oneOfEach()) {
            for (Origin origin : List.of(
                    session,
                    Origin.system("test"),
                    session.withLogin(EmailAddress.of("taro@example.test"), Optional.of("a\tphone 文箱")))) {
                for (Optional<AccountId> account :
                        List.of(Optional.of(new AccountId(7)), Optional.<AccountId>empty())) {
                    JournalEvent.Entry entry = new JournalEvent.Entry(account, origin, event);
                    assertThat(EntryText.parse(EntryText.of(entry)))
                            .as("seed %d", seed)
                            .isEqualTo(entry);
                }
            }
        }
    }

    @Test
    void textFromBeforeThereWereAppPasswordsIsStillRead() {
        Origin session = Origin.system("test").withLogin(EmailAddress.of("taro@example.test"));
        JournalEvent.Entry entry =
                new JournalEvent.Entry(Optional.of(new AccountId(7)), session, new JournalEvent.SignedIn("PLAIN"));
        String text = EntryText.of(entry);
        assertThat(EntryText.parse(text.substring(0, text.lastIndexOf('\t')))).isEqualTo(entry);
    }

    @Test
    void detailIsOneLine() {
        assertThat(EventCodec.encode(new JournalEvent.MailboxRenamed("a\tb", "c\nd")))
                .isEqualTo("a\\tb\tc\\nd");
    }

    @Test
    void everyKindHasItsColumn() {
        for (EventKind kind : EventKind.values()) {
            assertThat(EventKind.ofColumn(kind.column())).isEqualTo(kind);
        }
    }
}
