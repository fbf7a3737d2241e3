// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.mtasts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.fumibako.mailauth.mtasts.MtaStsPolicy.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MtaStsPolicyTest {
    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void aFileIsRead(String lineBreak) {
        String file = String.join(
                lineBreak,
                "version: STSv1",
                "mode: enforce",
                "mx: mail.example.jp",
                "mx: *.example.net",
                "max_age: 604800",
                "other: x",
                "");
        MtaStsPolicy policy = MtaStsPolicy.parse(file).orElseThrow();
        assertThat(policy.mode()).isEqualTo(Mode.ENFORCE);
        assertThat(policy.maxAge()).isEqualTo(Duration.ofDays(7));
        assertThat(policy.mx()).extracting(MxPattern::toString).containsExactly("mail.example.jp", "*.example.net");
    }

    @Test
    void aDomainThatGivesUpNeedsNoExchanges() {
        assertThat(MtaStsPolicy.parse("version:STSv1\nmode:none\nmax_age:1").map(MtaStsPolicy::mode))
                .contains(Mode.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "version: STSv2\nmode: none\nmax_age: 1",
                "version: STSv1\nmode: enforce\nmax_age: 1",
                "version: STSv1\nmode: block\nmx: a.test\nmax_age: 1",
                "version: STSv1\nmode: testing\nmx: a.test",
                "version: STSv1\nmode: testing\nmx: a.test\nmax_age: -1",
                "version: STSv1\nmode: testing\nmx: a b\nmax_age: 1",
                "<html>not found</html>"
            })
    void whatIsNoPolicyIsNone(String file) {
        assertThat(MtaStsPolicy.parse(file)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"31557599,31557599", "31557600,31557600", "31557601,31557600", "9999999999,31557600"})
    void aPolicyHoldsForAYearAtMost(long asked, long held) {
        Optional<MtaStsPolicy> policy = MtaStsPolicy.parse("version: STSv1\nmode: none\nmax_age: " + asked);
        assertThat(policy.map(MtaStsPolicy::maxAge)).contains(Duration.ofSeconds(held));
    }

    @ParameterizedTest
    @CsvSource({"99,true", "100,true", "101,false"})
    void exchangesAreBounded(int patterns, boolean read) {
        String file = "version: STSv1\nmode: testing\nmax_age: 1\n" + "mx: a.test\n".repeat(patterns);
        assertThat(MtaStsPolicy.parse(file).isPresent()).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({"65535,true", "65536,true", "65537,false"})
    void aFileIsBounded(int length, boolean read) {
        String file = "version: STSv1\nmode: none\nmax_age: 1\n";
        assertThat(MtaStsPolicy.parse(file + "x".repeat(length - file.length())).isPresent())
                .isEqualTo(read);
    }
}
