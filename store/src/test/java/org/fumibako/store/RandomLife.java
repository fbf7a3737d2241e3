// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.fumibako.model.AccountId;
import org.fumibako.model.Content;
import org.fumibako.model.CustomerId;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.Flags;
import org.fumibako.model.SpecialUse;
import org.fumibako.model.UidSet;
import org.fumibako.store.pack.PackRewrite;
import org.fumibako.store.pack.Packs;
import org.fumibako.store.queue.Addressee;
import org.fumibako.store.queue.Owner;
import org.fumibako.store.queue.Posting;
import org.fumibako.store.queue.QueueEnvelope;
import org.fumibako.store.queue.QueueFilter;
import org.fumibako.store.queue.QueueRow;
import org.fumibako.store.queue.Steering;

/** What users of a volume might do, chosen by a seed: the same seed does the same. */
final class RandomLife {
    /** Just large enough for a pack of its own. */
    private static final int LARGE = (1 << 20) + 1;

    private static final String[] NAMES = {"仕事", "a", "a/b", "a/b/c", "b"};
    private static final String[] FLAGS = {"\\Seen", "\\Deleted", "\\Flagged", "$Forwarded", "work"};

    final List<AccountId> accounts = List.of(new AccountId(1), new AccountId(2), new AccountId(900_000));
    private final TestVolume volume;
    private final RandomGenerator random;

    RandomLife(TestVolume volume, RandomGenerator random) {
        this.volume = volume;
        this.random = random;
        accounts.forEach(volume.store()::createAccount);
    }

    void live(int steps) throws Exception {
        for (int i = 0; i < steps; i++) {
            volume.clock.advance(Duration.ofSeconds(random.nextInt(4000)));
            try {
                step();
            } catch (MailboxException refused) {
                // What a store refuses must leave no trace either.
            }
        }
    }

    /** New mail alone, most of it in several mailboxes or for other servers too. */
    void receive() {
        volume.clock.advance(Duration.ofSeconds(random.nextInt(4000)));
        Mailbox mailbox = any(accounts.get(random.nextInt(accounts.size())));
        if (random.nextInt(3) == 0) {
            send(mailbox);
        } else {
            append(mailbox, any(accounts.get(random.nextInt(accounts.size()))));
        }
    }

    private void step() throws Exception {
        AccountId account = accounts.get(random.nextInt(accounts.size()));
        Mailbox mailbox = any(account);
        Mailbox other = any(account);
        switch (random.nextInt(21)) {
            case 0, 1, 2, 3 -> append(mailbox, any(accounts.get(random.nextInt(accounts.size()))));
            case 4 ->
                volume.store().copy(account, mailbox.id(), some(mailbox), other.id(), TestVolume.ROOMY, Mail.ORIGIN);
            case 5, 6 -> volume.store().move(account, mailbox.id(), some(mailbox), other.id(), Mail.ORIGIN);
            case 7, 8, 9 -> changeFlags(mailbox);
            case 10 -> volume.store().expunge(account, mailbox.id(), some(mailbox), random.nextBoolean(), Mail.ORIGIN);
            case 11, 12 ->
                volume.store()
                        .createMailbox(account, NAMES[random.nextInt(NAMES.length)], Optional.empty(), Mail.ORIGIN);
            case 13 ->
                volume.store().renameMailbox(account, mailbox.id(), NAMES[random.nextInt(NAMES.length)], Mail.ORIGIN);
            case 14, 15 -> rare(account, mailbox);
            case 16 -> send(mailbox);
            case 17, 18 -> annotate(account, mailbox);
            case 19 -> share(mailbox);
            default -> volume.store().subscribe(account, NAMES[random.nextInt(NAMES.length)], random.nextBoolean());
        }
    }

    private void annotate(AccountId account, Mailbox mailbox) throws MailboxException {
        List<Annotation.Change> changes = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            Annotation.Name name = new Annotation.Name(
                    random.nextInt(3) == 0 ? Optional.empty() : Optional.of(mailbox.id()),
                    random.nextBoolean()
                            ? Optional.empty()
                            : Optional.of(accounts.get(random.nextInt(accounts.size()))),
                    random.nextBoolean() ? "/comment" : "/vendor/a/b");
            byte[] value = new byte[random.nextInt(5)];
            random.nextBytes(value);
            changes.add(new Annotation.Change(name, random.nextInt(3) == 0 ? Optional.empty() : Optional.of(value)));
        }
        volume.store().annotations().change(account, changes);
    }

    private void share(Mailbox mailbox) throws MailboxException {
        AccountId reader = accounts.get(random.nextInt(accounts.size()));
        String rights = random.nextInt(3) == 0 ? "" : random.nextBoolean() ? "lr" : "lrswi";
        volume.store()
                .shares()
                .set(new Shares.Share(mailbox.account(), mailbox.id(), reader, rights), "shared", Mail.ORIGIN);
    }

    private void rare(AccountId account, Mailbox mailbox) throws IOException, MailboxException {
        switch (random.nextInt(8)) {
            case 4 -> keepHouse();
            case 5 -> keepHouseWhileFilesAreRead();
            case 6 -> compactionThatACrashCutShort();
            case 7 -> steer();
            case 0 -> volume.store().purgeTrash(volume.clock.instant().minus(Duration.ofHours(random.nextInt(48))));
            case 1 -> volume.reopen();
            case 2 -> {
                volume.store().deleteAccount(account, Mail.ORIGIN);
                volume.store().createAccount(account);
            }
            default -> volume.store().deleteMailbox(account, mailbox.id(), Mail.ORIGIN);
        }
    }

    private void keepHouse() throws IOException {
        volume.clock.advance(Duration.ofHours(30));
        try (Housekeeping housekeeping = new Housekeeping(volume.store(), volume.clock)) {
            housekeeping.run();
        }
    }

    /** Packs that were compacted stay beside their next generation. */
    private void keepHouseWhileFilesAreRead() throws IOException {
        Packs.Hold hold = volume.store().packs().hold();
        keepHouse();
        hold.close();
    }

    /** The next generation of some pack is there, whole or not, and the index names the one before. */
    private void compactionThatACrashCutShort() throws IOException {
        List<PackRows.Entry> full = volume.database().read(PackRows::all).stream()
                .filter(pack -> pack.sealed() && !pack.solo())
                .toList();
        if (!full.isEmpty()) {
            PackRows.Entry pack = full.get(random.nextInt(full.size()));
            long id = pack.name().id();
            long[] live = volume.database().read(connection -> ContentRows.in(connection, id));
            PackRewrite.Result next = volume.store()
                    .packs()
                    .rewrite(pack.name(), pack.length(), content -> Arrays.binarySearch(live, content) >= 0);
            if (next.length() > 0 && random.nextBoolean()) {
                volume.truncate(next.name(), random.nextLong(next.length()));
            }
        }
    }

    /** Mail for other servers is given up, is held, or is tried at once. */
    private void steer() {
        Steering[] ways = Steering.values();
        List<QueueRow> rows = volume.store().queue().list(QueueFilter.ALL, 50);
        if (!rows.isEmpty()) {
            QueueRow row = rows.get(random.nextInt(rows.size()));
            volume.store()
                    .queue()
                    .steer(
                            ways[random.nextInt(ways.length)],
                            QueueFilter.ALL.message(row.message().queueId()),
                            Mail.ORIGIN);
        }
    }

    /** A message for other servers, kept in one of the sender's mailboxes or not. */
    private void send(Mailbox mailbox) {
        Content content = message();
        List<Append.Filing> filings = random.nextBoolean() ? List.of() : List.of(filing(mailbox));
        Append append = new Append(
                content,
                Mail.summary(content),
                filings,
                Optional.empty(),
                Mail.ORIGIN,
                Optional.of(posting(mailbox.account())));
        volume.store().append(List.of(append), true);
    }

    private Posting posting(AccountId account) {
        List<Addressee> addressees = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            addressees.add(Addressee.of(EmailAddress.of("a" + i + "@b" + random.nextInt(3) + ".test")));
        }
        return new Posting(
                QueueEnvelope.of(Optional.of(EmailAddress.of("taro@example.test"))),
                addressees,
                new Owner(Optional.of(account), Optional.of(new CustomerId(3))),
                2,
                volume.clock.instant().plus(Duration.ofDays(5)));
    }

    private void append(Mailbox one, Mailbox two) {
        List<Append> appends = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            Append.Filing filing = filing(one);
            appends.add(
                    random.nextBoolean()
                            ? Mail.append(message(), filing)
                            : Mail.append(message(), filing, filing(two)));
        }
        volume.store().append(appends, random.nextBoolean());
    }

    private Append.Filing filing(Mailbox mailbox) {
        return new Append.Filing(
                mailbox.account(),
                mailbox.id(),
                flags(),
                volume.clock.instant().minusSeconds(random.nextInt(100_000)),
                TestVolume.ROOMY,
                Optional.empty());
    }

    private Content message() {
        int length = random.nextInt(60) == 0 ? LARGE : random.nextInt(3000);
        byte[] octets = new byte[length];
        if (random.nextBoolean()) {
            random.nextBytes(octets);
        }
        byte[] head = ((random.nextInt(4) == 0 ? "thread " : "subject ") + random.nextInt(1000) + "\r\n")
                .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, octets, 0, Math.min(head.length, length));
        return Content.of(octets);
    }

    private void changeFlags(Mailbox mailbox) throws MailboxException {
        MessageStore.FlagChange[] ways = MessageStore.FlagChange.values();
        volume.store()
                .changeFlags(
                        mailbox.account(),
                        mailbox.id(),
                        some(mailbox),
                        ways[random.nextInt(ways.length)],
                        flags(),
                        Optional.empty(),
                        Mail.ORIGIN);
    }

    private Flags flags() {
        List<String> chosen = new ArrayList<>();
        for (String flag : FLAGS) {
            if (random.nextInt(3) == 0) {
                chosen.add(flag);
            }
        }
        return Flags.of(chosen);
    }

    private Mailbox any(AccountId account) {
        List<Mailbox> mailboxes = volume.store().mailboxes(account);
        return random.nextInt(3) == 0
                ? volume.mailbox(account, SpecialUse.INBOX)
                : mailboxes.get(random.nextInt(mailboxes.size()));
    }

    private UidSet some(Mailbox mailbox) {
        if (random.nextInt(8) == 0) {
            return UidSet.ALL;
        }
        long[] uids = random.longs(1 + random.nextInt(6), 1, mailbox.uidNext() + 1)
                .sorted()
                .distinct()
                .toArray();
        return UidSet.of(uids);
    }
}
