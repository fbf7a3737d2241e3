// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.weights;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import org.fumibako.filter.FilterLimits;
import org.fumibako.filter.bayes.SampleTokens;
import org.fumibako.filter.message.MessageFile;
import org.junit.jupiter.api.Test;

class TrainerTest {
    private static final String[] SPAM = {"当選", "口座", "pills", "無料", "今すぐ", "casino", "お支払い", "cheap"};
    private static final String[] HAM = {"会議", "資料", "meeting", "確認", "よろしく", "minutes", "添付", "lunch"};

    private static byte[] message(Random random, boolean spam) {
        StringBuilder text =
                new StringBuilder("Subject: n").append(random.nextInt(1_000)).append("\n\n");
        for (int i = 0; i < 12; i++) {
            boolean telling = random.nextInt(3) > 0;
            String[] words = telling == spam ? SPAM : HAM;
            text.append(words[random.nextInt(words.length)]).append(' ');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static double points(Weights weights, byte[] message) throws Exception {
        return weights.points(new SampleTokens(FilterLimits.DEFAULT).of(MessageFile.read(message, Instant.EPOCH)));
    }

    @Test
    void hardlyAnythingWantedHasFivePointsAndMostSpamHas() throws Exception {
        Random random = new Random(11);
        Trainer trainer = new Trainer();
        for (int i = 0; i < 600; i++) {
            trainer.learn(message(random, i % 2 == 0), i % 2 == 0);
        }
        Weights weights = trainer.weights();
        int spam = 0;
        int wanted = 0;
        for (int i = 0; i < 400; i++) {
            spam += points(weights, message(random, true)) > 0 ? 1 : 0;
            wanted += points(weights, message(random, false)) >= 5 ? 1 : 0;
        }
        assertThat(spam).isGreaterThan(240);
        assertThat(wanted).isLessThanOrEqualTo(2);
    }

    @Test
    void oneKindAloneTeachesNothing() throws Exception {
        Trainer trainer = new Trainer();
        trainer.learn(message(new Random(1), true), true);
        assertThat(trainer.weights().size()).isZero();
        assertThat(points(trainer.weights(), message(new Random(1), true))).isZero();
    }
}
