// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.fumibako.db.Database;
import org.fumibako.db.DatabaseException;
import org.fumibako.db.SqliteDatabase;
import org.fumibako.journal.Journal;
import org.fumibako.journal.Origin;
import org.fumibako.mime.MessageSummary;
import org.fumibako.model.AccountId;
import org.fumibako.model.ByteSize;
import org.fumibako.model.Content;
import org.fumibako.model.Flags;
import org.fumibako.model.MailboxId;
import org.fumibako.model.SpecialUse;
import org.fumibako.model.UidSet;
import org.fumibako.store.pack.PackDisk;
import org.fumibako.store.pack.Packs;

/** A store that keeps its index in a database and its messages in a directory of packs; see the package's description. */
public final class Volume implements MessageStore {
    /** The folder of migrations that the index database is opened with; the journal shares it. */
    public static final String MIGRATIONS = "db/volume";

    private final Database database;
    private final Packs packs;
    private final PackRoll roll;
    private final Contents contents;
    private final Arrivals arrivals;
    private final Mailboxes mailboxes;
    private final Snapshots snapshots;
    private final Emails emails;
    private final Feed feed = new Feed();
    private final GroupCommit commit;
    private final Committer committer;
    private final VolumeQueue queue;
    private final Annotations annotations;
    private final Shares shares;
    private final AccountObjects objects;

    /**
     * What a volume is made of.
     *
     * @param database opened with {@link #MIGRATIONS}; stays the caller's to close
     * @param packs directory of the packs, made when it is not there
     * @param summariser for what has to be done again after the machine stopped
     */
    public record Parts(Database database, Path packs, Journal journal, Clock clock, Rebuild.Summariser summariser) {
        /** With messages summarised as {@link MessageSummary#of(org.fumibako.model.Content)} does. */
        public Parts(Database database, Path packs, Journal journal, Clock clock) {
            this(database, packs, journal, clock, MessageSummary::of);
        }
    }

    private Volume(Parts parts, PackDisk disk, long rollAt) throws IOException {
        database = parts.database();
        packs = new Packs(parts.packs(), disk);
        Redo redo = new Redo(database, packs, parts.journal()::write, parts.summariser());
        roll = PackRoll.open(database, packs, rollAt, redo);
        FlagPool flags = new FlagPool();
        contents = new Contents(database, packs, roll);
        arrivals = new Arrivals(database, contents);
        mailboxes = new Mailboxes(database);
        snapshots = new Snapshots(database, flags);
        emails = new Emails(database, snapshots, flags);
        GroupCommit.Readers readers = new GroupCommit.Readers(snapshots, feed, arrivals, flags);
        commit = new GroupCommit(database, roll, parts.journal()::write, readers, parts.clock());
        committer = new Committer(commit);
        queue = new VolumeQueue(database, contents, committer, parts.clock());
        annotations = new VolumeAnnotations(database, committer);
        shares = new VolumeShares(database, committer);
        objects = new AccountObjects(database, committer);
        committer.start();
        feed.start();
    }

    /**
     * Opens a volume, and cuts from its packs what was never acknowledged.
     *
     * @throws StoreException when the packs cannot be read, or the index knows nothing of them and has to be rebuilt
     */
    public static Volume open(Parts parts) {
        return open(parts, PackDisk.FILES, Packs.ROLL_AT);
    }

    static Volume open(Parts parts, PackDisk disk, long rollAt) {
        try {
            return new Volume(parts, disk, rollAt);
        } catch (IOException e) {
            throw new StoreException("the volume cannot be opened: " + e.getMessage(), e);
        }
    }

    /**
     * Prepares a volume that was put back to an earlier state for clients that have seen a later one: what they were told
     * after that state is not told again with another meaning. Every mailbox gets a new UIDVALIDITY. To be called once,
     * before the volume is opened; when it fails, the earlier state has to be put back again.
     *
     * @throws StoreException when it cannot be done
     */
    public static void renew(Parts parts) {
        Renewal.run(parts);
    }

    /**
     * Begins a copy of the volume as it is at one moment, while mail goes on arriving: writes the index into the new file
     * {@code index}, not yet forced to disk, and says which octets of which packs belong to it.
     *
     * @throws StoreException when the index cannot be copied: it lies in PostgreSQL, the disk is full
     */
    public VolumeCopy copyIndex(Path index) {
        if (!(database instanceof SqliteDatabase sqlite)) {
            throw new StoreException("the index lies in " + database.engine() + ", which has its own means to copy it");
        }
        Packs.Hold hold = packs.hold();
        try {
            List<PackRows.Entry> known = sqlite.copyTo(index, PackRows::all);
            return new VolumeCopy(
                    known.stream()
                            .map(pack -> new VolumeCopy.Pack(packs.path(pack.name()), pack.length()))
                            .toList(),
                    hold);
        } catch (DatabaseException e) {
            hold.close();
            throw new StoreException(e.getMessage(), e);
        } catch (RuntimeException e) {
            hold.close();
            throw e;
        }
    }

    @Override
    public void createAccount(AccountId account) {
        submit(new CreateAccountChange(account));
    }

    @Override
    public void deleteAccount(AccountId account, Origin origin) {
        submit(new DeleteAccountChange(account, origin));
    }

    @Override
    public Map<AccountId, Usage> usage(Collection<AccountId> accounts) {
        return database.read(connection -> UsageRows.of(connection, accounts));
    }

    @Override
    public Usage usage(AccountId account) {
        return database.read(connection -> MailboxRows.usage(connection, account));
    }

    @Override
    public List<Mailbox> mailboxes(AccountId account) {
        return mailboxes.all(account);
    }

    @Override
    public Optional<Mailbox> mailbox(AccountId account, String name) {
        return mailboxes.byName(account, name);
    }

    @Override
    public Optional<Mailbox> mailbox(AccountId account, MailboxId mailbox) {
        return mailboxes.byId(account, mailbox);
    }

    @Override
    public Mailbox mailbox(AccountId account, SpecialUse use) {
        return mailboxes.byUse(account, use);
    }

    @Override
    public Mailbox createMailbox(AccountId account, String name, Optional<SpecialUse> use, Origin origin)
            throws MailboxException {
        String valid = MailboxName.valid(name);
        MailboxId id = committer.submit(new CreateMailboxChange(account, valid, use, origin));
        return mailboxes.byId(account, id).orElseThrow(MailboxException::gone);
    }

    @Override
    public void renameMailbox(AccountId account, MailboxId mailbox, String newName, Origin origin)
            throws MailboxException {
        committer.submit(new RenameMailboxChange(account, mailbox, MailboxName.valid(newName), origin));
    }

    @Override
    public void deleteMailbox(AccountId account, MailboxId mailbox, Origin origin) throws MailboxException {
        committer.submit(new DeleteMailboxChange(account, mailbox, origin));
    }

    @Override
    public void subscribe(AccountId account, String name, boolean subscribed) {
        submit(new SubscribeChange(account, MailboxName.canonical(name), subscribed));
    }

    @Override
    public Set<String> subscriptions(AccountId account) {
        return mailboxes.subscriptions(account);
    }

    /** What accounts have beside mail. */
    public AccountObjects objects() {
        return objects;
    }

    @Override
    public Annotations annotations() {
        return annotations;
    }

    @Override
    public Shares shares() {
        return shares;
    }

    @Override
    public List<List<Append.Outcome>> append(List<Append> appends, boolean allOrNothing) {
        try {
            return append(appends, allOrNothing, committer::submit);
        } catch (MailboxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public Append.Outcome replace(Append append, MailboxId from, long uid) throws MailboxException {
        AccountId account = append.filings().getFirst().account();
        return append(
                List.of(append),
                true,
                filing -> committer.submit(new ReplaceChange(filing, account, from, uid, append.origin())));
    }

    /** Carries out the change that files what was prepared. */
    private interface Submission<R> {
        R submit(AppendChange change) throws MailboxException;
    }

    private <R> R append(List<Append> appends, boolean allOrNothing, Submission<R> submission) throws MailboxException {
        List<PreparedAppend> prepared = contents.prepare(appends);
        List<PreparedAppend> unused = new ArrayList<>(prepared);
        try (Handover handover = queue.handover(appends)) {
            AppendChange change = new AppendChange(prepared, allOrNothing, handover);
            R outcome = submission.submit(change);
            handover.committed();
            unused.removeIf(change::kept);
            // Not after a failure: it may have been committed all the same, and UnnamedPacks finds out.
            contents.discard(unused);
            return outcome;
        }
    }

    /** The mail that is on its way to other servers. */
    public OutboundQueue queue() {
        return queue;
    }

    @Override
    public MailboxSnapshot snapshot(AccountId account, MailboxId mailbox) throws MailboxException {
        return snapshots.get(account, mailbox);
    }

    @Override
    public FlagOutcome changeFlags(
            AccountId account,
            MailboxId mailbox,
            UidSet uids,
            FlagChange change,
            Flags flags,
            Optional<Long> unchangedSince,
            Origin origin)
            throws MailboxException {
        return committer.submit(new FlagsChange(account, mailbox, uids, change, flags, unchangedSince, origin));
    }

    @Override
    public CopyOutcome copy(AccountId account, MailboxId from, UidSet uids, MailboxId to, ByteSize limit, Origin origin)
            throws MailboxException {
        return committer.submit(new CopyChange(account, from, uids, to, Optional.of(limit), origin));
    }

    @Override
    public CopyOutcome move(AccountId account, MailboxId from, UidSet uids, MailboxId to, Origin origin)
            throws MailboxException {
        return committer.submit(new CopyChange(account, from, uids, to, Optional.empty(), origin));
    }

    @Override
    public UidSet expunge(AccountId account, MailboxId mailbox, UidSet uids, boolean onlyDeleted, Origin origin)
            throws MailboxException {
        return committer.submit(new ExpungeChange(account, mailbox, uids, onlyDeleted, origin));
    }

    @Override
    public long purgeTrash(Instant before) {
        long purged = 0;
        long moment = before.toEpochMilli();
        for (AccountId account : database.read(connection -> TrashRows.accounts(connection, moment))) {
            purged += submit(new PurgeChange(account, moment, Origin.system("trash-sweeper")));
        }
        return purged;
    }

    @Override
    public void scan(AccountId account, MailboxId mailbox, UidSet uids, Set<Column> columns, RowReader reader)
            throws MailboxException, IOException {
        if (mailboxes.byId(account, mailbox).isEmpty()) {
            throw MailboxException.gone();
        }
        ScanQuery query = new ScanQuery(account, mailbox, uids, columns);
        while (!query.finished()) {
            for (MessageRow row : database.read(query::page)) {
                reader.row(row);
            }
        }
    }

    @Override
    public Content content(AccountId account, long contentId) {
        return contents.open(account, contentId);
    }

    @Override
    public UidSet vanished(AccountId account, MailboxId mailbox, long modSeq) throws MailboxException {
        MailboxSnapshot snapshot = snapshots.get(account, mailbox);
        Optional<UidSet> recorded =
                database.read(connection -> ExpungedRows.since(connection, account, mailbox, modSeq));
        return recorded.orElseGet(() -> absent(snapshot));
    }

    /** Every UID below UIDNEXT that is not there. */
    private static UidSet absent(MailboxSnapshot snapshot) {
        List<UidSet.Range> gaps = new ArrayList<>();
        long next = 1;
        for (int i = 0; i < snapshot.size(); i++) {
            if (snapshot.uid(i) > next) {
                gaps.add(new UidSet.Range(next, snapshot.uid(i) - 1));
            }
            next = snapshot.uid(i) + 1;
        }
        if (next < snapshot.uidNext()) {
            gaps.add(new UidSet.Range(next, snapshot.uidNext() - 1));
        }
        return UidSet.ofRanges(gaps);
    }

    @Override
    public ChangeFeed changes() {
        return feed;
    }

    /** The accounts as JMAP sees them. */
    public Emails emails() {
        return emails;
    }

    /** What has come, in order. */
    public Arrivals arrivals() {
        return arrivals;
    }

    Database database() {
        return database;
    }

    Packs packs() {
        return packs;
    }

    /**
     * Compares the index with itself and with the packs; changes nothing, and disturbs nobody.
     *
     * @param progress is told a few words now and then
     */
    public Fsck.Report fsck(Consumer<String> progress) {
        return new Fsck(database, packs.directory(), progress).run();
    }

    /** For changes that refuse by their answer. */
    <R> R submit(Change<R> change) {
        try {
            return committer.submit(change);
        } catch (MailboxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Finishes what is being committed; the database stays open. */
    @Override
    public void close() {
        committer.close();
        commit.close();
        feed.close();
        try {
            roll.close();
        } catch (IOException e) {
            throw new StoreException("the pack could not be closed", e);
        } finally {
            packs.close();
        }
    }
}
