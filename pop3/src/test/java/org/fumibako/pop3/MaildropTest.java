// SPDX-License-Identifier: Apache-2.0
package org.fumibako.pop3;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.fumibako.journal.JournalEvent;
import org.fumibako.journal.JournalRow;
import org.fumibako.journal.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaildropTest {
    @Test
    void aConnectionThatDropsHasDeletedNothing() throws Exception {
        try (House house = House.open()) {
            try (Client client = Client.signedIn(house)) {
                assertThat(client.say("DELE 1")).startsWith("+OK");
            }
            house.awaitNobody();
            assertThat(house.inbox().size()).isEqualTo(3);
        }
    }

    /** RFC 1939 §3. */
    @Test
    void autologoutDeletesNothingAndSaysNothing() throws Exception {
        House.Manners impatient = new House.Manners(List.of(), Duration.ofMillis(200));
        try (House house = House.open(impatient);
                Client client = Client.signedIn(house)) {
            assertThat(client.say("DELE 1")).startsWith("+OK");

            assertThat(client.untilClosed()).isEmpty();

            assertThat(house.inbox().size()).isEqualTo(3);
        }
    }

    @Test
    void aServerThatStopsHasDeletedNothing() throws Exception {
        try (House house = House.open();
                Client client = Client.signedIn(house)) {
            client.say("DELE 1");

            house.server().close(Duration.ofSeconds(5));

            assertThat(client.untilClosed()).isEmpty();
            assertThat(house.inbox().size()).isEqualTo(3);
        }
    }

    @Test
    void quitDeletesWhatWasMarkedAndNothingElse() throws Exception {
        try (House house = House.open()) {
            try (Client client = Client.signedIn(house)) {
                client.say("DELE 2");
                house.deliver("Subject: arrives meanwhile\r\n\r\n");
                assertThat(client.say("STAT")).startsWith("+OK 2 ");
                assertThat(client.say("QUIT")).isEqualTo("+OK Goodbye, 1 messages deleted");
            }
            assertThat(house.inbox().size()).isEqualTo(3);
            assertThat(house.inbox().indexOf(2)).isNegative();
        }
    }

    @Test
    void theJournalNamesWhoDeletedByPop3() throws Exception {
        try (House house = House.open()) {
            try (Client client = Client.signedIn(house)) {
                client.say("DELE 2");
                client.say("QUIT");
            }
            JournalRow deletion = house.journal().stream()
                    .filter(row -> row.event() instanceof JournalEvent.Deleted)
                    .findFirst()
                    .orElseThrow();
            assertThat(deletion.origin().protocol()).isEqualTo(Protocol.POP3);
            assertThat(deletion.origin().login()).contains(House.TARO);
            assertThat(deletion.origin().peer()).isPresent();
        }
    }

    @Test
    void quitThatCannotDeleteSaysSo() throws Exception {
        try (House house = House.open();
                Client client = Client.signedIn(house)) {
            client.say("DELE 1");
            house.breakVolume();

            assertThat(client.say("QUIT")).startsWith("-ERR [SYS/TEMP]");
            assertThat(client.untilClosed()).isEmpty();
        }
    }

    @Test
    void whatWasRetrievedWholeIsReadWhenTheSessionHasEnded() throws Exception {
        try (House house = House.open()) {
            try (Client client = Client.signedIn(house)) {
                client.say("RETR 1");
                client.rest();
                client.say("TOP 2 5");
                client.rest();
                assertThat(client.say("NOOP")).startsWith("+OK");
            }
            house.awaitNobody();
            assertThat(house.inbox().flags(0).seen()).isTrue();
            assertThat(house.inbox().flags(1).seen()).isFalse();
        }
    }

    /** RFC 1939 §4: the maildrop does not change under a session. */
    @Test
    void aMessageThatAnotherSessionRemovesCanStillBeFetched() throws Exception {
        try (House house = House.open();
                Client client = Client.signedIn(house)) {
            house.remove(2);

            assertThat(client.say("RETR 2")).isEqualTo("+OK 34 octets");
            assertThat(client.rest()).contains("Subject: second");
            assertThat(client.say("LIST 2")).isEqualTo("+OK 2 34");
            client.say("DELE 2");
            assertThat(client.say("QUIT")).isEqualTo("+OK Goodbye, 0 messages deleted");
        }
    }

    @Test
    void uniqueIdsAreTheSameAfterARestart(@TempDir Path directory) throws Exception {
        List<String> before = uniqueIds(directory);

        assertThat(uniqueIds(directory)).isEqualTo(before).hasSize(3).doesNotHaveDuplicates();
    }

    private static List<String> uniqueIds(Path directory) throws Exception {
        try (House house = House.in(directory);
                Client client = Client.signedIn(house)) {
            client.say("UIDL");
            return client.rest();
        }
    }
}
