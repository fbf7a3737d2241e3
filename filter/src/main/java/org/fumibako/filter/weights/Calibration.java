// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.weights;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds what a margin is worth, from the messages alone that are learnt from: each is judged by a model of those of four other fifths. Five
 * points are where the share of wanted mail beyond is as small as {@link #ALLOWED}; so far out there are one or two messages, or none, so
 * the share is read off an exponential tail laid through the utmost of them.
 */
final class Calibration {
    /** Wanted messages that may pass five points by their words alone. */
    private static final double ALLOWED = 0.0007;

    private static final int FOLDS = 5;

    /** Messages of each kind below which nothing can be said of tails. */
    private static final int LEAST = 100;

    /** Share of wanted mail that is the tail. */
    private static final double TAIL = 0.01;

    private static final int LEAST_TAIL = 8;

    /** The points where {@code standard} begins. */
    private static final double STANDARD = 5.0;

    /** Of a model that nothing is known of; a margin of one is even chances of 73 in 100. */
    private static final double UNKNOWN = 0.3;

    /** Words must be somewhat sure, however well all others were told apart. */
    private static final double LEAST_UNIT = 0.05;

    private Calibration() {}

    /** The margin that is worth one point. */
    static double unit(List<Example> examples, int tokens) {
        long spam = examples.stream().filter(Example::spam).count();
        if (Math.min(spam, examples.size() - spam) < LEAST) {
            return UNKNOWN;
        }
        double[] wanted = margins(examples, tokens);
        return Math.max(LEAST_UNIT, beyond(wanted) / STANDARD);
    }

    /** Margins of wanted messages, each by a model that has not seen it, in rising order. */
    private static double[] margins(List<Example> examples, int tokens) {
        List<Double> margins = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            List<Example> learnt = new ArrayList<>();
            List<Example> judged = new ArrayList<>();
            for (int i = 0; i < examples.size(); i++) {
                (i % FOLDS == fold ? judged : learnt).add(examples.get(i));
            }
            Model model = Descent.train(learnt, tokens);
            judged.stream()
                    .filter(example -> !example.spam())
                    .map(model::margin)
                    .forEach(margins::add);
        }
        return margins.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    /** The margin that a share of {@link #ALLOWED} is beyond. */
    private static double beyond(double[] rising) {
        int count = Math.max(LEAST_TAIL, (int) (rising.length * TAIL));
        double begin = rising[rising.length - 1 - count];
        double mean = Arrays.stream(rising, rising.length - count, rising.length)
                .map(margin -> margin - begin)
                .average()
                .orElse(0);
        return begin + mean * Math.log((double) count / rising.length / ALLOWED);
    }
}
