// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.fetch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.fumibako.bench.jmh.Samples;
import org.fumibako.db.Database;
import org.fumibako.db.SqliteDatabase;
import org.fumibako.imap.wire.FetchItem.Attribute;
import org.fumibako.journal.Journal;
import org.fumibako.journal.Origin;
import org.fumibako.mime.MessageSummary;
import org.fumibako.model.AccountId;
import org.fumibako.model.ByteSize;
import org.fumibako.model.Content;
import org.fumibako.model.Flags;
import org.fumibako.model.SpecialUse;
import org.fumibako.model.UidSet;
import org.fumibako.store.Append;
import org.fumibako.store.Mailbox;
import org.fumibako.store.MailboxException;
import org.fumibako.store.MailboxSnapshot;
import org.fumibako.store.MessageRow;
import org.fumibako.store.Volume;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Lines of a listing, as a client asks for them that opens a mailbox; the rows are in memory. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class FetchBench {
    private static final int MESSAGES = 1_000;
    private static final AccountId ACCOUNT = new AccountId(1);

    private final Renderings listing = Renderings.of(List.of(
            Attribute.UID, Attribute.FLAGS, Attribute.INTERNALDATE, Attribute.RFC822_SIZE, Attribute.ENVELOPE));
    private final Renderings flags = Renderings.of(List.of(Attribute.UID, Attribute.FLAGS));
    private final List<MessageRow> rows = new ArrayList<>();
    private Path directory;
    private Database database;
    private Journal journal;
    private Volume volume;
    private MailboxSnapshot snapshot;

    @Setup(Level.Trial)
    public void fill() throws IOException, MailboxException {
        directory = Files.createTempDirectory("fumibako-jmh-");
        database = SqliteDatabase.open(directory.resolve("volume.db"), Volume.MIGRATIONS);
        journal = new Journal(database, Clock.systemUTC());
        volume = Volume.open(new Volume.Parts(database, directory.resolve("packs"), journal, Clock.systemUTC()));
        volume.createAccount(ACCOUNT);
        Mailbox inbox = volume.mailbox(ACCOUNT, SpecialUse.INBOX);
        List<Append> appends = new ArrayList<>();
        for (int i = 0; i < MESSAGES; i++) {
            Content content = Content.of(Samples.message(false, i));
            Append.Filing filing = new Append.Filing(
                    ACCOUNT, inbox.id(), Flags.NONE, Instant.EPOCH, ByteSize.ofMegabytes(100), Optional.empty());
            appends.add(new Append(
                    content, MessageSummary.of(content), List.of(filing), Optional.empty(), Origin.system("bench")));
        }
        volume.append(appends, true);
        snapshot = volume.snapshot(ACCOUNT, inbox.id());
        volume.scan(ACCOUNT, inbox.id(), UidSet.ALL, listing.columns(), rows::add);
    }

    @Benchmark
    @OperationsPerInvocation(MESSAGES)
    public void listing() throws IOException {
        write(listing);
    }

    @Benchmark
    @OperationsPerInvocation(MESSAGES)
    public void flags() throws IOException {
        write(flags);
    }

    private void write(Renderings items) throws IOException {
        FetchOutput out = new FetchOutput(OutputStream.nullOutputStream(), false);
        try (MessageView message = new MessageView(content -> volume.content(ACCOUNT, content))) {
            for (int i = 0; i < MESSAGES; i++) {
                message.moveTo(snapshot, i, rows.get(i));
                out.begin(i + 1);
                for (Rendering item : items.items()) {
                    item.render(message, out);
                }
                out.end();
            }
        }
        out.drain();
    }

    @TearDown(Level.Trial)
    public void close() throws IOException {
        volume.close();
        journal.close();
        database.close();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
