// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.weights;

import org.fumibako.filter.bayes.TokenSet;

/**
 * A linear model: a weight for each token that says something, and what their sum is worth. Never changes; safe for any number of
 * threads.
 */
public final class Weights {
    /** Knows nothing. */
    public static final Weights NONE = new Weights(new Table(0), new Fit(0, 1), 0, 0);

    private final Table table;
    private final Fit fit;
    private final int spam;
    private final int ham;

    /**
     * How sums become points.
     *
     * @param bias the sum of a message without any token
     * @param unit the margin that is worth one point, above zero
     */
    public record Fit(double bias, double unit) {}

    Weights(Table table, Fit fit, int spam, int ham) {
        this.table = table;
        this.fit = fit;
        this.spam = spam;
        this.ham = ham;
    }

    /** Messages of each kind that it was learnt from. */
    public int spam() {
        return spam;
    }

    public int ham() {
        return ham;
    }

    /** Tokens that weigh something. */
    public int size() {
        return table.size();
    }

    Table table() {
        return table;
    }

    Fit fit() {
        return fit;
    }

    /** What the words are worth: above zero for spam, below for wanted mail; 5 where spam begins. */
    public double points(TokenSet tokens) {
        return size() == 0 ? 0 : margin(tokens) / fit.unit();
    }

    double margin(TokenSet tokens) {
        double[] sum = {0};
        tokens.forEach(token -> sum[0] += table.of(token));
        return sum[0] / Math.sqrt(Math.max(1, tokens.size())) + fit.bias();
    }
}
