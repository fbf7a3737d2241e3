// SPDX-License-Identifier: Apache-2.0
package org.fumibako.pop3;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What cannot be read any more is refused; half of it is never taken for the whole. */
class DamagedMessageTest {
    /** Several megabytes are stored in pieces, so that damage near the end is found when the beginning has been sent. */
    private static final int LINES_OF_A_LARGE_MESSAGE = 80_000;

    @Test
    void aDamagedMessageIsRefusedAndTheOthersAreSent() throws Exception {
        try (House house = House.open()) {
            damageSecond(house);
            try (Client client = Client.signedIn(house)) {
                assertThat(client.say("RETR 2")).isEqualTo("-ERR [SYS/TEMP] This message cannot be read now");
                assertThat(client.say("RETR 1")).isEqualTo("+OK 38 octets");
                client.rest();
                assertThat(client.say("QUIT")).startsWith("+OK");
            }
            assertThat(house.inbox().flags(0).seen()).isTrue();
            assertThat(house.inbox().flags(1).seen()).isFalse();
        }
    }

    @Test
    void aMessageThatAnotherSessionRemovedAndTheStoreHasNoMoreIsSaidToBeRemoved() throws Exception {
        try (House house = House.open();
                Client client = Client.signedIn(house)) {
            house.remove(2);
            damageSecond(house);

            assertThat(client.say("RETR 2")).isEqualTo("-ERR [SYS/PERM] Another session removed this message");
            assertThat(client.say("RETR 3")).isEqualTo("+OK 31 octets");
        }
    }

    @Test
    void aMessageThatCannotBeFinishedEndsTheConnectionWithoutADot() throws Exception {
        String large = large();
        try (House house = House.open()) {
            List<Path> before = packs(house);
            house.deliver(large);
            List<Path> added = packs(house);
            added.removeAll(before);
            assertThat(added).hasSize(1);
            damage(added.getFirst(), (int) Files.size(added.getFirst()) / 4 * 3);
            try (Client client = Client.signedIn(house)) {
                assertThat(client.say("RETR 4")).isEqualTo("+OK " + large.length() + " octets");
                assertThat(client.untilClosed())
                        .isNotEmpty()
                        .doesNotContain(".")
                        .noneMatch(line -> line.startsWith("-"));
            }
            house.awaitNobody();
            assertThat(house.inbox().flags(3).seen()).isFalse();
        }
    }

    private static void damageSecond(House house) throws IOException {
        for (Path pack : packs(house)) {
            damageWord(pack, "second");
        }
    }

    private static List<Path> packs(House house) throws IOException {
        try (Stream<Path> files = Files.walk(house.packs())) {
            return new ArrayList<>(
                    files.filter(file -> file.toString().endsWith(".pack")).toList());
        }
    }

    private static void damageWord(Path file, String word) throws IOException {
        String octets = Files.readString(file, StandardCharsets.ISO_8859_1);
        for (int at = octets.indexOf(word); at >= 0; at = octets.indexOf(word, at + 1)) {
            damage(file, at);
        }
    }

    private static void damage(Path file, int at) throws IOException {
        byte[] octets = Files.readAllBytes(file);
        octets[at] ^= 1;
        Files.write(file, octets);
    }

    private static String large() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        StringBuilder message = new StringBuilder("Subject: large\r\n\r\n");
        for (int line = 0; line < LINES_OF_A_LARGE_MESSAGE; line++) {
            message.append(Long.toHexString(random.nextLong())).append("\r\n");
        }
        return message.toString();
    }
}
