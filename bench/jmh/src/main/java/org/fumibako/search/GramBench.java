// SPDX-License-Identifier: Apache-2.0
package org.fumibako.search;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.fumibako.bench.jmh.Samples;
import org.fumibako.mime.BodyPart;
import org.fumibako.mime.MessageSummary;
import org.fumibako.model.Content;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A message's way to the index, before Lucene: its text decoded and folded, and cut into grams. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class GramBench {
    @Param({"false", "true"})
    private boolean japanese;

    private final GramStream placed = new GramStream(true);
    private final GramStream unplaced = new GramStream(false);
    private Content content;
    private BodyPart structure;
    private String folded;

    @Setup(Level.Trial)
    public void read() throws IOException {
        content = Content.of(Samples.message(japanese, 1));
        structure = BodyPart.decode(MessageSummary.of(content).structure());
        folded = text().body();
    }

    @Benchmark
    public MessageText text() throws IOException {
        return MessageText.read(content, structure);
    }

    /** Returns how many grams there are. */
    @Benchmark
    public int grams() {
        return count(placed) + count(unplaced);
    }

    private int count(GramStream stream) {
        stream.text(folded);
        stream.reset();
        int count = 0;
        while (stream.incrementToken()) {
            count++;
        }
        stream.close();
        return count;
    }
}
