// SPDX-License-Identifier: Apache-2.0
package org.fumibako.pop3;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client may not do for ever, and lines at their bound. */
class PatienceTest {
    private static final String NO_MORE = "-ERR Too many commands that lead nowhere";

    @ParameterizedTest
    @ValueSource(ints = {-1, 0})
    void aLineMayBe255OctetsWithItsEnd(int beyond) throws Exception {
        try (House house = House.open();
                Client client = Client.connect(house)) {
            assertThat(client.say(line(Pop3Limits.LINE + beyond))).startsWith("+OK");
        }
    }

    @Test
    void aLongerLineIsRefusedAndTheNextOneIsRead() throws Exception {
        try (House house = House.open();
                Client client = Client.connect(house)) {
            assertThat(client.say(line(Pop3Limits.LINE + 1))).isEqualTo("-ERR Line too long");
            assertThat(client.say("NOOP")).startsWith("+OK");
        }
    }

    @Test
    void fiveFailedSignInsEndTheSession() throws Exception {
        try (House house = House.open();
                Client client = Client.connect(house)) {
            for (int i = 0; i < Pop3Limits.FAILED_LOGINS; i++) {
                client.say("USER nobody@example.test");
                assertThat(client.say("PASS wrong")).isEqualTo("-ERR [AUTH] Wrong address or password");
            }
            assertThat(client.untilClosed()).containsExactly("-ERR Too many failed sign-ins");
        }
    }

    @Test
    void whoHasFailedTooOftenIsToldToTryLater() throws Exception {
        try (House house = House.open()) {
            String answer = "";
            // The same wrong password again would be no guess, and each session is allowed only so many.
            for (int guess = 0; guess < 30 && !answer.contains("SYS/TEMP"); guess++) {
                try (Client client = Client.connect(house)) {
                    client.say("USER nobody@example.test");
                    answer = client.say("PASS wrong " + guess);
                }
            }
            assertThat(answer).startsWith("-ERR [SYS/TEMP] Too many failures, try again in ");
        }
    }

    @Test
    void aSuspendedAccountIsRefused() throws Exception {
        try (House house = House.open();
                Client client = Client.connect(house)) {
            house.suspend();
            client.say("USER " + House.TARO);
            assertThat(client.say("PASS " + House.PASSWORD)).isEqualTo("-ERR [AUTH] This account is suspended");
        }
    }

    @Test
    void aHundredCommandsWithoutSigningInEndTheSession() throws Exception {
        try (House house = House.open();
                Client client = Client.connect(house)) {
            for (int i = 0; i < Pop3Limits.COMMANDS_BEFORE_LOGIN; i++) {
                assertThat(client.say("NOOP")).startsWith("+OK");
            }
            assertThat(client.untilClosed()).containsExactly(NO_MORE);
        }
    }

    @Test
    void afterSignInTwentyBadCommandsInARowEndTheSession() throws Exception {
        try (House house = House.open();
                Client client = Client.signedIn(house)) {
            for (int i = 1; i < Pop3Limits.BAD_COMMANDS; i++) {
                assertThat(client.say("WHAT")).startsWith("-ERR");
            }
            assertThat(client.say("NOOP")).startsWith("+OK");
            for (int i = 0; i < Pop3Limits.BAD_COMMANDS; i++) {
                assertThat(client.say("WHAT")).startsWith("-ERR Unknown");
            }
            assertThat(client.untilClosed()).containsExactly(NO_MORE);
        }
    }

    private static String line(int octets) {
        return "USER " + "a".repeat(octets - "USER ".length());
    }
}
