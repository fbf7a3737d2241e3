// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fumibako.mailauth.results.MethodResult.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationResultsTest {
    @Test
    void aFieldIsWrittenOneMethodALine() {
        AuthenticationResults results = new AuthenticationResults(
                "sv001.fumibako.test",
                List.of(
                        MethodResult.of("spf", "pass", new Property("smtp", "mailfrom", "taro@example.jp")),
                        new MethodResult(
                                "dkim",
                                "fail",
                                Optional.of("body has changed"),
                                List.of(
                                        new Property("header", "d", "example.jp"),
                                        new Property("header", "b", "ab/c+d=="))),
                        MethodResult.of("arc", "none")));
        assertThat(results.field().split("\r\n", -1))
                .containsExactly(
                        "Authentication-Results: sv001.fumibako.test;",
                        "\tspf=pass smtp.mailfrom=taro@example.jp;",
                        "\tdkim=fail reason=\"body has changed\" header.d=example.jp header.b=\"ab/c+d==\";",
                        "\tarc=none",
                        "");
        assertThat(AuthenticationResults.parse(results.body())).contains(results);
    }

    @Test
    void longLinesAreFolded() {
        MethodResult result = MethodResult.of(
                "dkim",
                "pass",
                new Property("header", "d", "a".repeat(40)),
                new Property("header", "s", "b".repeat(40)));
        assertThat(new AuthenticationResults("us.test", List.of(result)).field())
                .contains("a\r\n\theader.s=b");
    }

    @Test
    void nothingFoundIsSaidToo() {
        assertThat(new AuthenticationResults("a.test", List.of()).field())
                .isEqualTo("Authentication-Results: a.test; none\r\n");
        assertThat(AuthenticationResults.parse("a.test 1; none"))
                .contains(new AuthenticationResults("a.test", List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.test; dkim=pass header.d=bank.test",
                "evil.test(.bank.test",
                "a\" ; dmarc=pass",
                "a\\\" ; dmarc=pass",
                "a\\",
                "(a",
                "a)",
                "x@y@z",
                "a\r\nX-Injected: b",
                "a\u0000b",
                "例え.jp",
                "",
                "'a b'",
                "a;b",
                "a=b",
                "@"
            })
    void aValueNeverEndsBeforeItsEnd(String hostile) {
        AuthenticationResults results = new AuthenticationResults(
                "us.test",
                List.of(
                        MethodResult.of("spf", "fail", new Property("smtp", "mailfrom", hostile)),
                        MethodResult.of("dmarc", "fail", new Property("header", "from", "bank.test"))));
        assertThat(results.field().lines().skip(1)).allMatch(line -> line.startsWith("\t"));
        AuthenticationResults read = AuthenticationResults.parse(results.body()).orElseThrow();
        assertThat(read.results()).extracting(MethodResult::method).containsExactly("spf", "dmarc");
        assertThat(read.results()).extracting(MethodResult::result).containsExactly("fail", "fail");
        assertThat(read.results().getFirst().properties()).hasSize(1);
    }

    @Test
    void everyPrintableValueIsReadAsItWasWritten() {
        long seed = new SplittableRandom().nextLong();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder value = new StringBuilder();
            for (int n = random.nextInt(1, 40); n > 0; n--) {
                value.append((char) random.nextInt(' ', 0x7F));
            }
            MethodResult result = new MethodResult(
                    "dkim",
                    "pass",
                    Optional.of(value.toString()),
                    List.of(new Property("header", "i", value.toString())));
            AuthenticationResults results =
                    new AuthenticationResults("us.test", List.of(result, MethodResult.of("arc", "none")));
            assertThat(AuthenticationResults.parse(results.body()))
                    .as("seed %s: %s", seed, value)
                    .contains(results);
        }
    }

    @ParameterizedTest
    @CsvSource({"253,253", "254,254", "255,254"})
    void aValueIsCutWhereAnAddressEnds(int length, int written) {
        String field = new AuthenticationResults(
                        "us.test",
                        List.of(MethodResult.of("spf", "none", new Property("smtp", "helo", "x".repeat(length)))))
                .field();
        assertThat(field.chars().filter(c -> c == 'x').count()).isEqualTo(written);
        assertThat(field.lines()).allMatch(line -> line.length() < 998);
    }

    @Test
    void keywordsAreOurs() {
        AuthenticationResults results =
                new AuthenticationResults("us.test", List.of(MethodResult.of("spf", "pass; x=y")));
        assertThatIllegalArgumentException().isThrownBy(results::field);
    }

    @Test
    void whatOthersWriteIsRead() {
        AuthenticationResults read = AuthenticationResults.parse(" mx.example.com (us) 1;\r\n spf=Pass (ok; (really))"
                        + " smtp.mailfrom=a@b.test;\r\n dkim=pass reason=good header.i=@b.test header.b=\"x;y\" ;")
                .orElseThrow();
        assertThat(read.authservId()).isEqualTo("mx.example.com");
        assertThat(read.results())
                .containsExactly(
                        MethodResult.of("spf", "pass", new Property("smtp", "mailfrom", "a@b.test")),
                        new MethodResult(
                                "dkim",
                                "pass",
                                Optional.of("good"),
                                List.of(new Property("header", "i", "@b.test"), new Property("header", "b", "x;y"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ";",
                "a.test; spf",
                "a.test; spf=",
                "a.test; =pass",
                "a.test; spf=pass smtp",
                "a.test; spf=pass \"x",
                "a (b",
                "a.test x; none",
                "a; b=c d.e=((((((((("
            })
    void whatIsNoSuchFieldIsNotGuessedAt(String body) {
        assertThat(AuthenticationResults.parse(body)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"63,true", "64,true", "65,false"})
    void resultsAreBounded(int count, boolean read) {
        String body = "a.test; "
                + IntStream.range(0, count).mapToObj(_ -> "dkim=none").collect(Collectors.joining(";"));
        assertThat(AuthenticationResults.parse(body).isPresent()).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({"31,true", "32,true", "33,false"})
    void propertiesAreBounded(int count, boolean read) {
        assertThat(AuthenticationResults.parse("a.test; dkim=none" + " header.d=x".repeat(count))
                        .isPresent())
                .isEqualTo(read);
    }
}
