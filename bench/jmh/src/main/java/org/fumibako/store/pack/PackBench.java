// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.fumibako.bench.jmh.Samples;
import org.fumibako.model.AccountId;
import org.fumibako.model.Content;
import org.fumibako.model.Flags;
import org.fumibako.model.MailboxId;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A message's way into the pack, without the sync: compressing it, and writing its record into the file. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PackBench {
    private final Content message = Content.of(Samples.message(false, 1));
    private final LogEvent filed = new LogEvent.Filed(
            1,
            message.size(),
            0,
            List.of(new LogEvent.Filing(new AccountId(1), new MailboxId(1), 1, 1, Flags.NONE, 0, 0)));

    private Path directory;
    private Packs packs;
    private ActivePack pack;
    private StoredContent stored;

    @Setup(Level.Trial)
    public void open() throws IOException {
        directory = Files.createTempDirectory("fumibako-jmh-");
        packs = new Packs(directory, new FileDisk());
        pack = packs.create(1);
        stored = compress();
    }

    @Benchmark
    public StoredContent compress() throws IOException {
        return packs.prepare(message, () -> 2);
    }

    /** At the same place each time, so that the file does not grow with the speed of the machine. */
    @Benchmark
    public long append() throws IOException {
        GroupLog group = pack.begin();
        group.add(filed, stored);
        pack.write(group);
        return group.length();
    }

    @TearDown(Level.Trial)
    public void close() throws IOException {
        pack.close();
        packs.close();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
