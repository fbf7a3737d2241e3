// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.fumibako.model.EmailAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressListTest {
    private static final EmailAddress TARO = EmailAddress.of("taro@example.jp");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "taro@example.jp",
                " taro@example.jp ",
                "<taro@example.jp>",
                "Taro <taro@example.jp>",
                "\"Taro, of Kyoto\" <taro@example.jp>",
                "\"hanako@example.jp\" <taro@example.jp>",
                "=?utf-8?B?5aSq6YOO?= <taro@example.jp>",
                "太郎 <taro@example.jp>",
                "Taro (the first, (really)) <taro@example.jp> (yes)",
                "taro@example.jp (Taro)",
                "T. Yamada <taro@example.jp>",
                "<\"taro\"@example.jp>"
            })
    void plainMailboxesAreRead(String body) {
        assertThat(AddressList.parse(body))
                .hasValueSatisfying(list -> assertThat(list).containsExactly(TARO));
    }

    @Test
    void severalMailboxesAreAllSeen() {
        assertThat(AddressList.parse("a@b.jp, \"x, y\" <taro@example.jp>,c@d.jp (z)"))
                .hasValueSatisfying(list ->
                        assertThat(list).containsExactly(EmailAddress.of("a@b.jp"), TARO, EmailAddress.of("c@d.jp")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ",",
                "taro@example.jp,",
                "Taro",
                "hanako@example.jp <taro@example.jp>",
                "<hanako@example.jp> <taro@example.jp>",
                "<hanako@example.jp>taro@example.jp",
                "<taro@example.jp> hanako@example.jp",
                "taro@example.jp <hanako@example.jp",
                "<hanako@example.jp<taro@example.jp>>",
                "group: taro@example.jp;",
                "undisclosed-recipients:;",
                "<@relay.jp:taro@example.jp>",
                "\"unclosed <taro@example.jp>",
                "(unclosed taro@example.jp",
                "taro@example.jp)",
                "taro(x)@example.jp hanako@example.jp",
                "taro@example.jp; hanako@example.jp",
                "taro@example.jp\0<hanako@example.jp>",
                "taro@[127.0.0.1]",
                "((((((((((taro@example.jp)))))))))) taro@example.jp"
            })
    void whatReadersReadDifferentlyIsNoList(String body) {
        assertThat(AddressList.parse(body)).isEmpty();
    }

    @Test
    void aListHasABound() {
        String address = "a@b.jp,";
        assertThat(AddressList.parse(address.repeat(AddressList.MAX_ADDRESSES - 1) + "a@b.jp"))
                .isPresent();
        assertThat(AddressList.parse(address.repeat(AddressList.MAX_ADDRESSES) + "a@b.jp"))
                .isEmpty();
    }

    @Test
    void whatIsReadFromAPlainFieldIsWhatRcptWouldRead() {
        long seed = RandomGenerator.getDefault().nextLong();
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        String alphabet = "ab@.\"\\%!+=?é";
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int length = 1 + random.nextInt(12); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            EmailAddress.parse(text.toString())
                    .ifPresent(address -> assertThat(AddressList.parse("<" + text + ">"))
                            .as("seed %d: %s", seed, text)
                            .hasValueSatisfying(list -> assertThat(list).containsExactly(address)));
        }
    }
}
