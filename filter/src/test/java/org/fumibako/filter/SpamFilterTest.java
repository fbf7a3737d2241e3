// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.fumibako.filter.bayes.Counts;
import org.fumibako.filter.bayes.Memory;
import org.fumibako.filter.bayes.SampleTokens;
import org.fumibako.filter.message.Circumstances;
import org.fumibako.filter.message.Sample;
import org.fumibako.filter.scan.Scan;
import org.fumibako.filter.weights.Trainer;
import org.fumibako.filter.weights.Weights;
import org.fumibako.model.EmailAddress;
import org.junit.jupiter.api.Test;

class SpamFilterTest {
    private static final SampleTokens TOKENS = new SampleTokens(FilterLimits.DEFAULT);

    private static Sample sample(String subject, String text) {
        return Samples.of(
                Samples.SOUND + "Subject: " + subject + "\nContent-Type: text/plain; charset=utf-8\n\n" + text + "\n");
    }

    private static Person person(Counts counts, String... correspondents) {
        return person(counts, Counts.NONE, correspondents);
    }

    private static Person person(Counts counts, Counts neighbours, String... correspondents) {
        return new Person() {
            @Override
            public Counts neighbours() {
                return neighbours;
            }

            @Override
            public Counts counts() {
                return counts;
            }

            @Override
            public boolean hasWrittenTo(EmailAddress address) {
                return List.of(correspondents).contains(address.key());
            }
        };
    }

    private static byte[] octets(String subject, String text) {
        return (Samples.SOUND + "Subject: " + subject + "\nContent-Type: text/plain; charset=utf-8\n\n" + text + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Weights trained() {
        try {
            Trainer trainer = new Trainer();
            for (int i = 0; i < 10; i++) {
                trainer.learn(octets("当選のお知らせ " + i, "高額当選しました。今すぐ口座番号をお送りください。"), true);
                trainer.learn(octets("会議の資料 " + i, "明日の会議の資料をお送りします。ご確認ください。"), false);
            }
            return trainer.weights();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Memory taught() {
        Memory memory = Memory.NOTHING;
        for (int i = 0; i < 10; i++) {
            memory = memory.with(TOKENS.of(sample("当選のお知らせ " + i, "高額当選しました。今すぐ口座番号をお送りください。")), true, 1)
                    .with(TOKENS.of(sample("会議の資料 " + i, "明日の会議の資料をお送りします。ご確認ください。")), false, 1);
        }
        return memory;
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
    void whatOneOwnerSaysIsNothingToAnother() {
        SpamFilter filter = Samples.filter(Weights.NONE);
        Examination message = filter.examine(sample("ご当選", "高額当選です。口座番号をお送りください。"));
        assertThat(filter.judge(message, person(taught())).score()).isGreaterThan(2);
        assertThat(filter.judge(message, Person.STRANGER).score()).isZero();
    }

    @Test
    void remembersWhatTheOwnerDidWithTheSender() {
        Memory own = Memory.NOTHING.with(TOKENS.of(sample("a", "one")), true, 1);
        SpamFilter filter = Samples.filter(Weights.NONE);
        assertThat(filter.judge(filter.examine(sample("b", "two")), person(own)).codes())
                .contains("SENDER_SPAM");
    }

    @Test
    void listensToOthersInTheDomainUntilTheOwnerHasSpoken() {
        SpamFilter filter = Samples.filter(Weights.NONE);
        Memory others = taught().with(TOKENS.of(sample("x", "y")), true, 1);
        Examination message = filter.examine(sample("ご当選", "高額当選です。口座番号をお送りください。"));
        Verdict verdict = filter.judge(message, person(Counts.NONE, others));
        assertThat(verdict.codes()).contains("LEARNT_SPAM").contains("SENDER_OF_OTHERS_SPAM");
        Memory own = Memory.NOTHING.with(TOKENS.of(sample("z", "一通")), false, 1);
        assertThat(filter.judge(message, person(own, others)).codes())
                .contains("SENDER_HAM")
                .doesNotContain("SENDER_OF_OTHERS");
    }

    @Test
    void whatAnotherProgramSaysTakesThePlaceOfOurLookAtTheContent() {
        SpamFilter filter = Samples.filter(trained());
        Scan scan = new Scan(List.of(new Reason("RSPAMD", -1, "x", "x")), true, false, List.of());
        Verdict verdict = filter.judge(filter.examine(sample("ご当選!!!", "高額当選です。口座番号をお送りください。"), scan), Person.STRANGER);
        assertThat(verdict.codes()).isEqualTo("RSPAMD=-1.0");
    }

    @Test
    void ourTagIsNoWordOfSpam() {
        assertThat(TOKENS.of(sample("[SPAM] 当選", "x")).sorted())
                .containsExactly(TOKENS.of(sample("当選", "x")).sorted());
    }

    @Test
    void trustsCorrespondents() {
        SpamFilter filter = Samples.filter(Weights.NONE);
        Verdict verdict = filter.judge(filter.examine(sample("b", "two")), person(Counts.NONE, "taro@example.jp"));
        assertThat(verdict.codes()).isEqualTo("CORRESPONDENT_UNPROVEN=-2.0");
    }

    @Test
    void saysEachReasonInBothLanguages() {
        SpamFilter filter = Samples.filter(Weights.NONE);
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
