// SPDX-License-Identifier: Apache-2.0
package org.fumibako.pop3.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Pop3CommandReaderTest {
    @Test
    void keywordsAreReadInAnyCase() throws Exception {
        assertThat(read("sTaT")).isEqualTo(new Pop3Command.Stat());
        assertThat(read("list 3")).isEqualTo(new Pop3Command.List(OptionalInt.of(3)));
        assertThat(read("UIDL")).isEqualTo(new Pop3Command.Uidl(OptionalInt.empty()));
        assertThat(read("Top 2 0")).isEqualTo(new Pop3Command.Top(2, 0));
        assertThat(read("AUTH PLAIN =")).isEqualTo(new Pop3Command.Auth(Optional.of("PLAIN"), Optional.of("=")));
    }

    @Test
    void aPasswordIsAllThatFollowsTheFirstSpace() throws Exception {
        Pop3Command.Pass pass = (Pop3Command.Pass) read("PASS  箱 の 中 ");
        assertThat(new String(pass.password(), StandardCharsets.UTF_8)).isEqualTo(" 箱 の 中 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "XYZZY",
                "RETR",
                "RETR x",
                "RETR -1",
                "RETR 1 2",
                "RETR 1234567890",
                "TOP 1",
                "TOP 1 2 3",
                "DELE 99999999999999999999",
                "STAT 1",
                "USER",
                "USER  ",
                "PASS",
                "PASS ",
                "AUTH PLAIN a b",
                "LIST ١",
                "\u017ftat",
                "L\u0131ST",
                "STAT\t",
                "USER a\u0000b",
                "PASS a\u007fb"
            })
    void whatIsNoCommandIsRefused(String line) {
        assertThatThrownBy(() -> read(line)).isInstanceOf(Pop3SyntaxException.class);
    }

    private static Pop3Command read(String line) throws Pop3SyntaxException {
        return Pop3CommandReader.read(line.getBytes(StandardCharsets.UTF_8));
    }
}
