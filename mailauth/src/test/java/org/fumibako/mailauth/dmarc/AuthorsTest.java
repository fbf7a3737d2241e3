// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.dmarc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fumibako.dns.DnsName;
import org.fumibako.mime.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "taro@example.jp",
                "<taro@Example.JP>",
                "Taro <taro@example.jp>",
                "\"taro@other.test via list\" <taro@example.jp>",
                "(taro@other.test) taro@example.jp",
                "taro@example.jp (taro@other.test (nested))",
                "=?utf-8?B?YWRtaW5Ab3RoZXIudGVzdA==?= <taro@example.jp>",
                "\"a@b\"@example.jp",
                "Group: taro@example.jp;",
                "taro@example.jp, jiro@example.jp",
                "taro @ (comment) example.jp",
                "taro@example.jp <taro@example.jp>"
            })
    void oneDomainIsNamed(String from) {
        assertThat(authors(from)).isEqualTo(new Authors.Domains(Set.of(DnsName.of("example.jp"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "admin@example.jp, mallory@evil.test",
                "<admin@example.jp>, <mallory@evil.test>",
                "admin@example.jp <mallory@evil.test>",
                "<mallory@evil.test> admin@example.jp",
                "<mallory@evil.test> <admin@example.jp>",
                "<@evil.test:admin@example.jp>",
                "<@evil.test,@evil.test:admin@example.jp>",
                "<admin@example.jp>mallory@evil.test>",
                "<admin@example.jp<mallory@evil.test>",
                "admin@example.jp:mallory@evil.test",
                "Group: admin@example.jp; mallory@evil.test",
                "<admin@example.jp>(<mallory@evil.test>",
                "\"x <admin@example.jp> <mallory@evil.test>",
                "<admin@example.jp\u0000mallory@evil.test>",
                "admin@example.jp\\,mallory@evil.test",
                "<admin@example.jp(>),<mallory@evil.test>"
            })
    void whatReadersTakeDifferentlyNamesAllDomains(String from) {
        assertThat(authors(from))
                .isEqualTo(new Authors.Domains(Set.of(DnsName.of("example.jp"), DnsName.of("evil.test"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Taro",
                "<>",
                "undisclosed;",
                "taro@",
                "@",
                "taro@[192.0.2.1]",
                "\"taro@example.jp\"",
                "(a@b.c)"
            })
    void aFromWithoutADomainNamesNobody(String from) {
        assertThat(authors(from)).isEqualTo(new Authors.Nobody());
    }

    @Test
    void withoutFromThereIsNobody() {
        assertThat(Authors.of(List.of())).isEqualTo(new Authors.Nobody());
    }

    @Test
    void aSecondFromFieldIsTooMuch() {
        assertThat(Authors.of(List.of("a@example.jp", "a@example.jp"))).isInstanceOf(Authors.TooMany.class);
    }

    @ParameterizedTest
    @CsvSource({"3,3", "4,4", "5,0"})
    void fourDomainsAreEnough(int named, int judged) {
        String from =
                IntStream.range(0, named).mapToObj(i -> "a@d" + i + ".test").collect(Collectors.joining(", "));
        assertThat(
                        authors(from) instanceof Authors.Domains domains
                                ? domains.all().size()
                                : 0)
                .isEqualTo(judged);
    }

    @Test
    void aDomainInJapaneseIsFoundUnderItsAsciiName() {
        String raw = new String("太郎@例え.jp".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertThat(Authors.of(List.of(raw))).isEqualTo(new Authors.Domains(Set.of(DnsName.of("xn--r8jz45g.jp"))));
    }

    @Test
    void spaceBeforeTheColonAndOtherCapitalsMakeNoOtherField() {
        Headers headers =
                Headers.of("fROM : a@example.jp\r\nFrom: b@evil.test\r\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(Authors.of(headers.all("From"))).isInstanceOf(Authors.TooMany.class);
    }

    @Test
    void nothingThatIsWrittenThereBreaksIt() {
        long seed = new SplittableRandom().nextLong();
        SplittableRandom random = new SplittableRandom(seed);
        String alphabet = "ab.@<>()\"\\,;: \t\u00e9";
        for (int i = 0; i < 5_000; i++) {
            StringBuilder from = new StringBuilder();
            for (int n = random.nextInt(60); n > 0; n--) {
                from.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertThat(authors(from.toString())).as("seed %s: %s", seed, from).isNotNull();
        }
    }

    private static Authors authors(String from) {
        return Authors.of(List.of(from));
    }
}
