// SPDX-License-Identifier: Apache-2.0
package org.fumibako.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fumibako.db.Database;
import org.fumibako.db.SqliteDatabase;
import org.fumibako.journal.Journal;
import org.fumibako.journal.Origin;
import org.fumibako.mime.MessageSummary;
import org.fumibako.model.AccountId;
import org.fumibako.model.ByteSize;
import org.fumibako.model.Content;
import org.fumibako.model.Flags;
import org.fumibako.model.SpecialUse;
import org.fumibako.store.Append;
import org.fumibako.store.Mailbox;
import org.fumibako.store.Volume;

/** A volume with two accounts in a directory of the test's. */
final class TestMail implements AutoCloseable {
    static final AccountId TARO = new AccountId(1);
    static final AccountId HANAKO = new AccountId(2);

    private static final Origin ORIGIN = Origin.system("test");

    private final Database database;
    private final Journal journal;
    private final Volume volume;

    TestMail(Path directory) {
        database = SqliteDatabase.open(directory.resolve("volume.db"), Volume.MIGRATIONS);
        journal = new Journal(database, Clock.systemUTC());
        volume = Volume.open(new Volume.Parts(database, directory.resolve("packs"), journal, Clock.systemUTC()));
        volume.createAccount(TARO);
        volume.createAccount(HANAKO);
    }

    Volume volume() {
        return volume;
    }

    /** A message in UTF-8 with this subject and text. */
    static String message(String subject, String text) {
        return "From: taro@example.jp\r\nTo: hanako@example.jp\r\nSubject: " + subject
                + "\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + text + "\r\n";
    }

    /** Files one message in the INBOX of each account and answers its content id. */
    long file(String message, AccountId... accounts) {
        Content content = Content.of(message.getBytes(StandardCharsets.UTF_8));
        try {
            List<Append.Filing> filings = Stream.of(accounts)
                    .map(account -> new Append.Filing(
                            account,
                            inbox(account).id(),
                            Flags.NONE,
                            Instant.EPOCH,
                            ByteSize.ofMegabytes(100),
                            Optional.empty()))
                    .toList();
            Append append = new Append(content, MessageSummary.of(content), filings, Optional.empty(), ORIGIN);
            Append.Outcome outcome =
                    volume.append(List.of(append), true).getFirst().getFirst();
            return ((Append.Outcome.Filed) outcome).contentId();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Removes all that the account has in its INBOX. */
    void empty(AccountId account) throws Exception {
        volume.expunge(account, inbox(account).id(), org.fumibako.model.UidSet.ALL, false, ORIGIN);
    }

    private Mailbox inbox(AccountId account) {
        return volume.mailbox(account, SpecialUse.INBOX);
    }

    /** All content ids that the account has. */
    List<Long> contents(AccountId account) throws Exception {
        var snapshot = volume.snapshot(account, inbox(account).id());
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < snapshot.size(); i++) {
            ids.add(snapshot.contentId(i));
        }
        return ids;
    }

    @Override
    public void close() {
        volume.close();
        journal.close();
        database.close();
    }
}
