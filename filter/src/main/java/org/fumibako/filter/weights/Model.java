// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.weights;

/** A weight for each token number, and the sum of a message without tokens. */
record Model(float[] weights, double bias) {
    double margin(Example example) {
        double[] sum = {0};
        example.tokens(token -> sum[0] += weights[token]);
        return sum[0] * example.share() + bias;
    }
}
