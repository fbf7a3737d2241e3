// SPDX-License-Identifier: Apache-2.0
package org.fumibako.pop3;

import static org.assertj.core.api.Assertions.assertThat;

import org.fumibako.testkit.LineSocket;
import org.junit.jupiter.api.Test;

class MaildropTest {
    @Test
    void aConnectionThatDropsHasDeletedNothing() throws Exception {
        try (House house = House.open()) {
            try (LineSocket client = signedIn(house)) {
                assertThat(say(client, "DELE 1")).startsWith("+OK");
            }
            awaitNobody(house);
            assertThat(house.inbox().size()).isEqualTo(3);
        }
    }

    @Test
    void quitDeletesWhatWasMarkedAndNothingElse() throws Exception {
        try (House house = House.open()) {
            try (LineSocket client = signedIn(house)) {
                say(client, "DELE 2");
                house.deliver("Subject: arrives meanwhile\r\n\r\n");
                assertThat(say(client, "STAT")).startsWith("+OK 2 ");
                assertThat(say(client, "QUIT")).isEqualTo("+OK Goodbye, 1 messages deleted");
            }
            assertThat(house.inbox().size()).isEqualTo(3);
            assertThat(house.inbox().indexOf(2)).isNegative();
        }
    }

    @Test
    void whatWasRetrievedWholeIsReadWhenTheSessionHasEnded() throws Exception {
        try (House house = House.open()) {
            try (LineSocket client = signedIn(house)) {
                say(client, "RETR 1");
                say(client, "NOOP");
            }
            awaitNobody(house);
            assertThat(house.inbox().flags(0).seen()).isTrue();
            assertThat(house.inbox().flags(1).seen()).isFalse();
        }
    }

    private static LineSocket signedIn(House house) throws Exception {
        LineSocket client = LineSocket.connect(house.port());
        client.readLine();
        say(client, "USER " + House.TARO);
        assertThat(say(client, "PASS " + House.PASSWORD)).startsWith("+OK 3 messages");
        return client;
    }

    private static String say(LineSocket client, String line) throws Exception {
        client.send(line + "\r\n");
        return client.readLine();
    }

    /** The lock on the maildrop is free again only after the session has put everything away. */
    private static void awaitNobody(House house) throws Exception {
        long deadline = System.nanoTime() + 20_000_000_000L;
        while (house.server().connections() > 0) {
            assertThat(System.nanoTime()).as("the session ends").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
