// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.spam;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.fumibako.db.Database;
import org.fumibako.db.TestDatabase;
import org.fumibako.journal.FilterEvent;
import org.fumibako.journal.Journal;
import org.fumibako.journal.JournalEvent;
import org.fumibako.journal.JournalQuery;
import org.fumibako.journal.JournalRow;
import org.fumibako.journal.Origin;
import org.fumibako.journal.Protocol;
import org.fumibako.mime.MessageSummary;
import org.fumibako.model.Content;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.Flags;
import org.fumibako.model.MailboxId;
import org.fumibako.model.ManualClock;
import org.fumibako.model.Quota;
import org.fumibako.model.SpecialUse;
import org.fumibako.model.UidSet;
import org.fumibako.registry.Account;
import org.fumibako.registry.Plan;
import org.fumibako.registry.Registry;
import org.fumibako.store.Append;
import org.fumibako.store.MailboxException;
import org.fumibako.store.Volume;

/** A house in which mail is moved, and a filter that learns from it. Closed, it leaves nothing. */
final class School implements AutoCloseable {
    private static final Origin DESK = Origin.system("desk");

    private final ManualClock clock = new ManualClock();
    private final Path directory;
    private final TestDatabase registryData;
    private final TestDatabase volumeData;
    private Database registryDatabase;
    private Database volumeDatabase;
    private Journal journal;
    private Registry registry;
    private Volume volume;
    private Owners owners;
    private Learning learning;
    final Account taro;
    final Account hanako;
    final Account stranger;

    School(Path directory, TestDatabase registryData, TestDatabase volumeData) {
        this.directory = directory;
        this.registryData = registryData;
        this.volumeData = volumeData;
        open();
        registry.customers().add("demo", "demo", Plan.STANDARD, DESK);
        registry.customers().add("other", "other", Plan.STANDARD, DESK);
        registry.domains().add(DomainName.of("example.jp"), "demo", DESK);
        registry.domains().add(DomainName.of("example.com"), "other", DESK);
        this.taro = account("taro@example.jp");
        this.hanako = account("hanako@example.jp");
        this.stranger = account("taro@example.com");
    }

    private void open() {
        registryDatabase = registryData.open();
        volumeDatabase = volumeData.open();
        journal = new Journal(volumeDatabase, clock);
        registry = new Registry(registryDatabase, journal, clock, new SecureRandom());
        volume = Volume.open(new Volume.Parts(volumeDatabase, directory.resolve("packs"), journal, clock));
        owners = new Owners(registry.memories(), (_, _) -> false);
        learning = new Learning(
                new Learning.Parts(journal, volume, registry, registry.memories(), owners, volumeDatabase));
    }

    private Account account(String address) {
        Account account = registry.accounts().add(EmailAddress.of(address), new Quota(100), "hako no naka", DESK);
        volume.createAccount(account.id());
        return account;
    }

    Learning learning() {
        return learning;
    }

    Owners owners() {
        return owners;
    }

    /** Delivers a message; returns its UID. */
    long file(Account account, SpecialUse use, String sender) {
        Content message = Content.of(("From: <" + sender + ">\r\nSubject: sale\r\n\r\nbuy cheap pills today\r\n")
                .getBytes(StandardCharsets.UTF_8));
        try {
            Append.Filing filing = new Append.Filing(
                    account.id(),
                    mailbox(account, use),
                    Flags.of(List.of()),
                    clock.instant(),
                    account.quota().size(),
                    Optional.of(account.address()));
            Append append = new Append(
                    message,
                    MessageSummary.of(message),
                    List.of(filing),
                    EmailAddress.parse(sender),
                    origin(Protocol.SMTP),
                    Optional.empty());
            return volume.append(List.of(append), true).getFirst().getFirst() instanceof Append.Outcome.Filed filed
                    ? filed.uid()
                    : 0;
        } catch (IOException memory) {
            throw new UncheckedIOException(memory);
        }
    }

    /** Returns the new UID. */
    long move(Account account, SpecialUse from, long uid, SpecialUse to) {
        try {
            return volume.move(
                            account.id(),
                            mailbox(account, from),
                            UidSet.of(uid),
                            mailbox(account, to),
                            origin(Protocol.IMAP))
                    .to()
                    .getFirst();
        } catch (MailboxException gone) {
            throw new IllegalStateException(gone);
        }
    }

    void copy(Account account, SpecialUse from, long uid, SpecialUse to) {
        try {
            volume.copy(
                    account.id(),
                    mailbox(account, from),
                    UidSet.of(uid),
                    mailbox(account, to),
                    account.quota().size(),
                    origin(Protocol.IMAP));
        } catch (MailboxException gone) {
            throw new IllegalStateException(gone);
        }
    }

    private MailboxId mailbox(Account account, SpecialUse use) {
        return volume.mailbox(account.id(), use).id();
    }

    private static Origin origin(Protocol protocol) {
        return new Origin(protocol, "s1", Optional.of(InetAddress.getLoopbackAddress()), "", Optional.empty());
    }

    /** What the filter says in the journal, the latest last. */
    List<JournalEvent> events(Account account) {
        journal.flush();
        return journal.read(JournalQuery.latest(account.id(), 100)).reversed().stream()
                .map(JournalRow::event)
                .filter(FilterEvent.class::isInstance)
                .toList();
    }

    void reopen() {
        shut();
        open();
    }

    private void shut() {
        learning.close();
        volume.close();
        registry.close();
        journal.close();
        volumeDatabase.close();
        registryDatabase.close();
    }

    @Override
    public void close() {
        shut();
        registryData.close();
        volumeData.close();
    }
}
