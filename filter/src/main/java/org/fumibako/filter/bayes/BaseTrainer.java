// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.bayes;

import java.io.IOException;
import java.time.Instant;
import org.fumibako.filter.FilterLimits;
import org.fumibako.filter.message.MessageFile;

/** Counts the words of messages whose kind is known. Not for several threads. */
public final class BaseTrainer {
    private final SampleTokens tokens = new SampleTokens(FilterLimits.DEFAULT);
    private final TokenTable table = new TokenTable(100_000);

    /** @param message as {@link MessageFile} reads it */
    public void learn(byte[] message, boolean spam) throws IOException {
        table.learn(tokens.of(MessageFile.read(message, Instant.EPOCH)), spam, 1);
    }

    public TokenTable table() {
        return table;
    }
}
