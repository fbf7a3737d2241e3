// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.bayes;

import java.util.Arrays;

/**
 * How much a message's tokens are those of spam. Every token has a probability, pulled to the middle the less often it was seen (Robinson
 * 2003); of those that say most the logarithms of their odds are summed, and the sum is divided by their number, so that neither a long
 * message nor one word decides.
 *
 * <p>The owner's own judgements weigh more than everybody's, and one of them is never enough for certainty.
 */
public final class Classifier {
    /** Tokens that are combined; more only add what the first have said already. */
    static final int MOST = 400;

    /** A token nearer to the middle than this says nothing. */
    private static final double LEAST_DEVIATION = 0.3;

    /** How much the assumption weighs that a token says nothing: as much as so many messages. */
    private static final double STRENGTH = 0.1;

    /** Tokens that are thought to say nothing, in every message, so that a short one is not certain. */
    private static final int SILENT = 10;

    /** How many messages of the base one of the owner's counts as. */
    private static final int OWN_WEIGHT = 4;

    private final Counts base;

    public Classifier(Counts base) {
        this.base = base;
    }

    /** Whether at least so many messages of each kind were seen, by everybody or by the owner. */
    public boolean knows(Counts own, int messages) {
        return base.spam() + own.spam() >= messages && base.ham() + own.ham() >= messages;
    }

    /**
     * Where the tokens lean.
     *
     * @param own the owner's judgements
     * @return above zero to spam, below to wanted mail; the logarithm of the odds of a token, in the mean
     */
    public double lean(TokenSet tokens, Counts own) {
        double spam = base.spam() + (double) OWN_WEIGHT * own.spam();
        double ham = base.ham() + (double) OWN_WEIGHT * own.ham();
        if (spam == 0 || ham == 0) {
            return 0;
        }
        double[] said = new double[tokens.size()];
        int[] count = {0};
        tokens.forEach(token -> {
            double probability = probability(base.of(token), own.of(token), spam, ham);
            if (Math.abs(probability - 0.5) >= LEAST_DEVIATION) {
                said[count[0]] = Math.log(probability / (1 - probability));
                count[0]++;
            }
        });
        return mean(said, count[0]);
    }

    private static double probability(long everybody, long own, double spamMessages, double hamMessages) {
        double spam = Counts.spamOf(everybody) + (double) OWN_WEIGHT * Counts.spamOf(own);
        double ham = Counts.hamOf(everybody) + (double) OWN_WEIGHT * Counts.hamOf(own);
        double seen = spam + ham;
        if (seen == 0) {
            return 0.5;
        }
        double spamShare = Math.min(1, spam / spamMessages);
        double hamShare = Math.min(1, ham / hamMessages);
        double plain = spamShare / (spamShare + hamShare);
        return (STRENGTH * 0.5 + seen * plain) / (STRENGTH + seen);
    }

    private static double mean(double[] said, int count) {
        double least = leastWeight(said, count);
        double sum = 0;
        int used = 0;
        for (int i = 0; i < count && used < MOST; i++) {
            if (Math.abs(said[i]) >= least) {
                sum += said[i];
                used++;
            }
        }
        return sum / (used + SILENT);
    }

    /** What the weakest of the {@link #MOST} strongest says. */
    private static double leastWeight(double[] said, int count) {
        if (count <= MOST) {
            return 0;
        }
        double[] weights = new double[count];
        for (int i = 0; i < count; i++) {
            weights[i] = Math.abs(said[i]);
        }
        Arrays.sort(weights);
        return weights[count - MOST];
    }
}
