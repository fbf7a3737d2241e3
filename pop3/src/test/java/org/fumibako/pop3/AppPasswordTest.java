// SPDX-License-Identifier: Apache-2.0
package org.fumibako.pop3;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.fumibako.journal.JournalEvent;
import org.fumibako.journal.JournalRow;
import org.fumibako.registry.AppPassword;
import org.fumibako.registry.AppScope;
import org.junit.jupiter.api.Test;

/** Sessions that began with an app password. */
class AppPasswordTest {
    @Test
    void receiveOnlyFetchesAndDeletesNothing() throws Exception {
        try (House house = House.open();
                Client client = Client.connect(house)) {
            signIn(client, house.issue("reception", AppScope.RECEIVE_ONLY));
            assertThat(client.say("LIST 1")).isEqualTo("+OK 1 38");
            assertThat(client.say("DELE 1"))
                    .isEqualTo("-ERR [SYS/PERM] This app password may fetch messages and not delete them");
            assertThat(client.say("STAT")).startsWith("+OK 3 ");
            assertThat(client.say("QUIT")).startsWith("+OK");
            house.awaitNobody();
            assertThat(house.inbox().size()).isEqualTo(3);
        }
    }

    @Test
    void theJournalSaysWhichAppPasswordDeleted() throws Exception {
        try (House house = House.open()) {
            try (Client client = Client.connect(house)) {
                signIn(client, house.issue("受付のパソコン", AppScope.ALL));
                assertThat(client.say("DELE 2")).startsWith("+OK");
                assertThat(client.say("QUIT")).startsWith("+OK");
            }
            house.awaitNobody();
            List<JournalRow> deletions = house.journal().stream()
                    .filter(row -> row.event() instanceof JournalEvent.Deleted)
                    .toList();
            assertThat(deletions).extracting(row -> row.origin().appPassword()).containsExactly(Optional.of("受付のパソコン"));
        }
    }

    @Test
    void revocationEndsTheSession() throws Exception {
        try (House house = House.open();
                Client client = Client.connect(house)) {
            AppPassword.Issued issued = house.issue("phone", AppScope.ALL);
            signIn(client, issued);
            house.revoke(issued.appPassword());
            assertThat(client.untilClosed()).isEmpty();
        }
    }

    private static void signIn(Client client, AppPassword.Issued issued) throws Exception {
        assertThat(client.say("USER " + House.TARO)).startsWith("+OK");
        assertThat(client.say("PASS " + issued.password())).startsWith("+OK 3 messages");
    }
}
