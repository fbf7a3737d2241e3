// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.bayes;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import org.fumibako.filter.FilterLimits;
import org.fumibako.filter.message.Circumstances;
import org.fumibako.filter.message.SampleReader;
import org.fumibako.mime.MessageParser;
import org.fumibako.model.Content;

/** Counts the words of messages whose kind is known. Not for several threads. */
public final class BaseTrainer {
    private final SampleTokens tokens = new SampleTokens(FilterLimits.DEFAULT);
    private final TokenTable table = new TokenTable(100_000);

    /** @param message as it lies in a file; the line that an mbox puts before it is passed over */
    public void learn(byte[] message, boolean spam) throws IOException {
        Content content = Content.of(Arrays.copyOfRange(message, begin(message), message.length));
        Circumstances unknown = Circumstances.unknown(Instant.EPOCH);
        table.learn(
                tokens.of(SampleReader.read(content, MessageParser.parse(content), unknown, FilterLimits.DEFAULT)), spam, 1);
    }

    public TokenTable table() {
        return table;
    }

    private static int begin(byte[] message) {
        byte[] from = {'F', 'r', 'o', 'm', ' '};
        if (message.length < from.length || !Arrays.equals(message, 0, from.length, from, 0, from.length)) {
            return 0;
        }
        int end = 0;
        while (end < message.length && message[end] != '\n') {
            end++;
        }
        return Math.min(end + 1, message.length);
    }
}
