// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.weights;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.fumibako.filter.FilterLimits;
import org.fumibako.filter.bayes.SampleTokens;
import org.fumibako.filter.message.MessageFile;

/** Gathers messages whose kind is known and learns from them. Not for several threads. */
public final class Trainer {
    /** Messages of each kind that are learnt from: their tokens are in memory together, some 4 KB a message. */
    public static final int MAX_MESSAGES = 15_000;

    private final SampleTokens reader = new SampleTokens(FilterLimits.DEFAULT);
    private final TokenIndex index = new TokenIndex();
    private final List<Example> examples = new ArrayList<>();

    /** @param message as {@link MessageFile} reads it */
    public void learn(byte[] message, boolean spam) throws IOException {
        long[] tokens = reader.of(MessageFile.read(message, Instant.EPOCH)).sorted();
        int[] numbers = new int[tokens.length];
        for (int i = 0; i < tokens.length; i++) {
            numbers[i] = index.of(tokens[i]);
        }
        examples.add(new Example(numbers, spam, tokens.length));
    }

    /** What is learnt from all of them. */
    public Weights weights() {
        int[] seen = new int[index.size()];
        examples.forEach(example -> example.tokens(token -> seen[token]++));
        List<Example> known =
                examples.stream().map(example -> example.known(seen)).toList();
        int spam = (int) examples.stream().filter(Example::spam).count();
        int ham = examples.size() - spam;
        if (spam == 0 || ham == 0) {
            return Weights.NONE;
        }
        double unit = Calibration.unit(known, index.size());
        Model model = Descent.train(known, index.size());
        return new Weights(table(model), new Weights.Fit(model.bias(), unit), spam, ham);
    }

    private Table table(Model model) {
        long[] tokens = index.tokens();
        float[] weights = model.weights();
        int kept = 0;
        for (float weight : weights) {
            kept += weight == 0 ? 0 : 1;
        }
        Table table = new Table(kept);
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] != 0) {
                table.put(tokens[i], weights[i]);
            }
        }
        return table;
    }
}
