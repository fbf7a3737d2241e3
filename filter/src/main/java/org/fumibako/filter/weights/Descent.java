// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.weights;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Logistic regression by stochastic gradient descent, in which each token has a step of its own that shrinks the more it has moved (Duchi
 * et al. 2011). The order is that of a fixed seed: the same messages make the same model.
 */
final class Descent {
    private static final int ROUNDS = 40;
    private static final double STEP = 1;
    private static final double SHRINKAGE = 1e-6;

    /** How much worse it is to lose wanted mail than to let spam through. */
    private static final double WANTED = 4;

    private static final float FIRST = 0.01f;
    private static final long SEED = 1;

    private final List<Example> examples;
    private final float[] weights;
    private final float[] moved;
    private double bias;
    private double biasMoved = FIRST;

    private Descent(List<Example> examples, int tokens) {
        this.examples = examples;
        this.weights = new float[tokens];
        this.moved = new float[tokens];
        Arrays.fill(moved, FIRST);
    }

    static Model train(List<Example> examples, int tokens) {
        return new Descent(examples, tokens).train();
    }

    private Model train() {
        int[] order = new int[examples.size()];
        Arrays.setAll(order, i -> i);
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            shuffle(order, random);
            for (int number : order) {
                step(examples.get(number));
            }
        }
        return new Model(weights, bias);
    }

    private void step(Example example) {
        double margin = new Model(weights, bias).margin(example);
        double error = 1 / (1 + Math.exp(-margin)) - (example.spam() ? 1 : 0);
        error *= example.spam() ? 1 : WANTED;
        double slope = error * example.share();
        example.tokens(token -> {
            double gradient = slope + SHRINKAGE * weights[token];
            moved[token] += (float) (gradient * gradient);
            weights[token] -= (float) (STEP * gradient / Math.sqrt(moved[token]));
        });
        biasMoved += error * error;
        bias -= STEP * error / Math.sqrt(biasMoved);
    }

    private static void shuffle(int[] order, Random random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int other = order[i];
            order[i] = order[j];
            order[j] = other;
        }
    }
}
