// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.fumibako.filter.bayes.Counts;
import org.fumibako.filter.bayes.SampleTokens;
import org.fumibako.filter.bayes.TokenTable;
import org.fumibako.filter.message.Circumstances;
import org.fumibako.filter.message.Sample;
import org.fumibako.model.EmailAddress;
import org.junit.jupiter.api.Test;

class SpamFilterTest {
    private static final SampleTokens TOKENS = new SampleTokens(FilterLimits.DEFAULT);

    private static Sample sample(String subject, String text) {
        return Samples.of(
                Samples.SOUND + "Subject: " + subject + "\nContent-Type: text/plain; charset=utf-8\n\n" + text + "\n");
    }

    private static Person person(Counts counts, String... correspondents) {
        return new Person() {
            @Override
            public Counts counts() {
                return counts;
            }

            @Override
            public boolean hasWrittenTo(EmailAddress address) {
                return java.util.List.of(correspondents).contains(address.key());
            }
        };
    }

    private static TokenTable trained() {
        TokenTable table = new TokenTable(1_000);
        for (int i = 0; i < 10; i++) {
            table.learn(TOKENS.of(sample("当選のお知らせ " + i, "高額当選しました。今すぐ口座番号をお送りください。")), true, 1);
            table.learn(TOKENS.of(sample("会議の資料 " + i, "明日の会議の資料をお送りします。ご確認ください。")), false, 1);
        }
        return table;
    }

    @Test
    void learnsWordsThatHaveNoSpacesBetweenThem() {
        SpamFilter filter = Samples.filter(trained());
        Verdict spam = filter.judge(filter.examine(sample("ご当選", "あなたの口座番号をお送りください。高額当選です。")), Person.STRANGER);
        Verdict ham = filter.judge(filter.examine(sample("資料", "会議の資料をご確認ください。")), Person.STRANGER);
        assertThat(spam.codes()).contains("BAYES_SPAM");
        assertThat(spam.score()).isGreaterThan(3);
        assertThat(ham.codes()).contains("BAYES_HAM");
    }

    @Test
    void takesBackWhatItLearnt() {
        TokenTable table = new TokenTable(100);
        table.learn(TOKENS.of(sample("a", "some words")), true, 1);
        table.learn(TOKENS.of(sample("a", "some words")), true, -1);
        TOKENS.of(sample("a", "some words"))
                .forEach(token -> assertThat(table.of(token)).isZero());
        assertThat(table.spam()).isZero();
    }

    @Test
    void whatOneOwnerSaysIsNothingToAnother() {
        SpamFilter filter = Samples.filter(Counts.NONE);
        Examination message = filter.examine(sample("ご当選", "高額当選です。口座番号をお送りください。"));
        assertThat(filter.judge(message, person(trained())).score()).isGreaterThan(2);
        assertThat(filter.judge(message, Person.STRANGER).score()).isZero();
    }

    @Test
    void remembersWhatTheOwnerDidWithTheSender() {
        TokenTable own = new TokenTable(100);
        own.learn(TOKENS.of(sample("a", "one")), true, 1);
        SpamFilter filter = Samples.filter(Counts.NONE);
        assertThat(filter.judge(filter.examine(sample("b", "two")), person(own)).codes())
                .contains("SENDER_SPAM");
    }

    @Test
    void trustsCorrespondents() {
        SpamFilter filter = Samples.filter(Counts.NONE);
        Verdict verdict = filter.judge(filter.examine(sample("b", "two")), person(Counts.NONE, "taro@example.jp"));
        assertThat(verdict.codes()).isEqualTo("CORRESPONDENT_UNPROVEN=-2.0");
    }

    @Test
    void saysEachReasonInBothLanguages() {
        SpamFilter filter = Samples.filter(Counts.NONE);
        Verdict verdict = filter.judge(filter.examine(sample("WIN A CRUISE TODAY", "x")), Person.STRANGER);
        assertThat(verdict.reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.japanese()).isEqualTo("件名がすべて大文字です。");
            assertThat(reason.english()).isEqualTo("Its subject is all in capitals.");
        });
        assertThat(verdict.points()).isEqualTo("0.8");
    }

    /** Whatever arrives has a verdict: a seeded mass of messages with damaged markup, names and structure. */
    @Test
    void failsOnNothing() {
        Random random = new Random(7);
        String[] pieces = {
            "<",
            "<a href=",
            "\"",
            "'",
            "http://",
            "@",
            "[",
            "]",
            "<div style='display:none",
            ">",
            "&#x",
            ";",
            "=?utf-8?B?",
            "?=",
            "\nFrom: ",
            "\nContent-Type: multipart/mixed; boundary=b\n\n",
            "\n--b\n",
            "Content-Type: application/zip\n\n",
            "PK\u0003\u0004",
            "\u200b",
            "当選",
            "www.",
            "xn--",
            ".",
            "\n",
            "\nReceived: from ",
            "\nDate: ",
            "x"
        };
        SpamFilter filter = Samples.filter(trained());
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder(i % 2 == 0 ? "Content-Type: text/html\n" : "");
            for (int n = random.nextInt(60); n > 0; n--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            byte[] octets = text.toString().getBytes(StandardCharsets.UTF_8);
            Sample sample = Samples.of(octets, Circumstances.unknown(Samples.NOW));
            assertThat(filter.judge(filter.examine(sample), Person.STRANGER).score())
                    .isFinite();
        }
    }
}
