// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fumibako.model.AccountId;
import org.fumibako.model.Flags;
import org.fumibako.model.MailboxId;
import org.fumibako.model.SpecialUse;
import org.fumibako.model.UidSet;

/** The meta part of a record: a {@link LogEvent} as numbers and texts. */
final class LogCodec {
    private LogCodec() {}

    static void write(MetaWriter out, LogEvent event) {
        switch (event) {
            case LogEvent.Filed filed -> filed(out, filed);
            case LogEvent.AccountCreated(AccountId account) -> out.number(account.value());
            case LogEvent.AccountDeleted(AccountId account) -> out.number(account.value());
            case LogEvent.MailboxCreated created ->
                place(out, created.account(), created.mailbox(), created.modSeq())
                        .number(created.uidValidity())
                        .text(created.name())
                        .text(created.use().map(SpecialUse::name).orElse(""));
            case LogEvent.MailboxRenamed renamed ->
                place(out, renamed.account(), renamed.mailbox(), renamed.modSeq())
                        .text(renamed.name());
            case LogEvent.MailboxDeleted deleted -> place(out, deleted.account(), deleted.mailbox(), deleted.modSeq());
            case LogEvent.Subscribed(AccountId account, String name, boolean on) ->
                out.number(account.value()).text(name).number(on ? 1 : 0);
            case LogEvent.FlagsSet set -> flagsSet(out, set);
            case LogEvent.Removed removed ->
                uids(place(out, removed.account(), removed.mailbox(), removed.modSeq()), removed.uids());
            case LogEvent.Copied copied -> copied(out, copied);
            case LogEvent.Blob(long size) -> out.number(size);
            case LogEvent.Annotated annotated -> annotated(out, annotated);
            case LogEvent.ObjectKept kept ->
                object(out, kept.account(), kept.type(), kept.id(), kept.state())
                        .number(kept.dueAt())
                        .text(kept.value());
            case LogEvent.ObjectGone gone -> object(out, gone.account(), gone.type(), gone.id(), gone.state());
            case LogEvent.Queued queued -> QueueCodec.write(out, queued);
            case LogEvent.QueueChanged changed -> QueueCodec.write(out, changed);
            case LogEvent.GroupEnd(long at, List<String> journal) -> {
                out.number(at).number(journal.size());
                journal.forEach(out::text);
            }
            case LogEvent.UidValidityChanged changed ->
                place(out, changed.account(), changed.mailbox(), changed.modSeq())
                        .number(changed.uidValidity());
        }
    }

    static LogEvent read(RecordKind kind, byte[] meta) throws DamagedRecordException {
        MetaReader in = new MetaReader(meta);
        try {
            LogEvent event = read(kind, in);
            in.end();
            return event;
        } catch (IllegalArgumentException outOfBounds) {
            throw new DamagedRecordException("value out of bounds: " + outOfBounds.getMessage());
        }
    }

    private static LogEvent read(RecordKind kind, MetaReader in) throws DamagedRecordException {
        return switch (kind) {
            case FILED -> filed(in);
            case ACCOUNT_CREATED -> new LogEvent.AccountCreated(account(in));
            case ACCOUNT_DELETED -> new LogEvent.AccountDeleted(account(in));
            case MAILBOX_CREATED ->
                new LogEvent.MailboxCreated(account(in), mailbox(in), in.number(), in.number(), in.text(), use(in));
            case MAILBOX_RENAMED -> new LogEvent.MailboxRenamed(account(in), mailbox(in), in.number(), in.text());
            case MAILBOX_DELETED -> new LogEvent.MailboxDeleted(account(in), mailbox(in), in.number());
            case SUBSCRIBED -> new LogEvent.Subscribed(account(in), in.text(), in.number() != 0);
            case FLAGS_SET -> flagsSet(in);
            case REMOVED -> new LogEvent.Removed(account(in), mailbox(in), in.number(), uids(in));
            case COPIED ->
                new LogEvent.Copied(
                        account(in),
                        mailbox(in),
                        uids(in),
                        in.number(),
                        mailbox(in),
                        in.number(),
                        in.number(),
                        in.signed());
            case BLOB -> new LogEvent.Blob(in.number());
            case ANNOTATED -> annotated(in);
            case OBJECT_KEPT ->
                new LogEvent.ObjectKept(account(in), in.text(), in.number(), in.number(), in.number(), in.text());
            case OBJECT_GONE -> new LogEvent.ObjectGone(account(in), in.text(), in.number(), in.number());
            case QUEUED -> QueueCodec.queued(in);
            case QUEUE_CHANGED -> QueueCodec.changed(in);
            case GROUP_END -> new LogEvent.GroupEnd(in.number(), texts(in));
            case UID_VALIDITY_CHANGED ->
                new LogEvent.UidValidityChanged(account(in), mailbox(in), in.number(), in.number());
        };
    }

    private static List<String> texts(MetaReader in) throws DamagedRecordException {
        int count = in.count();
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            texts.add(in.text());
        }
        return texts;
    }

    private static void filed(MetaWriter out, LogEvent.Filed filed) {
        out.number(filed.contentId()).number(filed.size()).number(filed.soloPack());
        out.number(filed.filings().size());
        for (LogEvent.Filing filing : filed.filings()) {
            place(out, filing.account(), filing.mailbox(), filing.modSeq()).number(filing.uid());
            flags(out, filing.flags());
            out.signed(filing.internalDate()).signed(filing.savedDate());
        }
    }

    private static LogEvent.Filed filed(MetaReader in) throws DamagedRecordException {
        long contentId = in.number();
        long size = in.number();
        long soloPack = in.number();
        int count = in.count();
        List<LogEvent.Filing> filings = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            AccountId account = account(in);
            MailboxId mailbox = mailbox(in);
            long modSeq = in.number();
            long uid = in.number();
            filings.add(new LogEvent.Filing(account, mailbox, uid, modSeq, flags(in), in.signed(), in.signed()));
        }
        return new LogEvent.Filed(contentId, size, soloPack, filings);
    }

    private static void flagsSet(MetaWriter out, LogEvent.FlagsSet set) {
        place(out, set.account(), set.mailbox(), set.modSeq()).number(set.runs().size());
        for (LogEvent.FlagRun run : set.runs()) {
            flags(out, run.flags());
            uids(out, run.uids());
        }
    }

    private static LogEvent.FlagsSet flagsSet(MetaReader in) throws DamagedRecordException {
        AccountId account = account(in);
        MailboxId mailbox = mailbox(in);
        long modSeq = in.number();
        int count = in.count();
        List<LogEvent.FlagRun> runs = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            runs.add(new LogEvent.FlagRun(flags(in), uids(in)));
        }
        return new LogEvent.FlagsSet(account, mailbox, modSeq, runs);
    }

    private static void copied(MetaWriter out, LogEvent.Copied copied) {
        out.number(copied.account().value()).number(copied.from().value());
        uids(out, copied.uids());
        out.number(copied.fromModSeq())
                .number(copied.to().value())
                .number(copied.firstUid())
                .number(copied.modSeq())
                .signed(copied.savedDate());
    }

    /** Ids are never 0, which stands for none here. */
    private static void annotated(MetaWriter out, LogEvent.Annotated annotated) {
        out.number(annotated.account().value())
                .number(annotated.mailbox().map(MailboxId::value).orElse(0L))
                .number(annotated.reader().map(AccountId::value).orElse(0L))
                .number(annotated.modSeq())
                .text(annotated.entry())
                .number(annotated.value().isPresent() ? 1 : 0);
        annotated.value().ifPresent(out::octets);
    }

    private static LogEvent.Annotated annotated(MetaReader in) throws DamagedRecordException {
        AccountId account = account(in);
        Optional<MailboxId> mailbox = id(in).map(MailboxId::new);
        Optional<AccountId> reader = id(in).map(AccountId::new);
        long modSeq = in.number();
        String entry = in.text();
        Optional<byte[]> value = in.number() == 0 ? Optional.empty() : Optional.of(in.octets());
        return new LogEvent.Annotated(account, mailbox, reader, modSeq, entry, value);
    }

    private static Optional<Long> id(MetaReader in) throws DamagedRecordException {
        long value = in.number();
        return value == 0 ? Optional.empty() : Optional.of(value);
    }

    private static MetaWriter object(MetaWriter out, AccountId account, String type, long id, long state) {
        return out.number(account.value()).text(type).number(id).number(state);
    }

    private static MetaWriter place(MetaWriter out, AccountId account, MailboxId mailbox, long modSeq) {
        return out.number(account.value()).number(mailbox.value()).number(modSeq);
    }

    private static AccountId account(MetaReader in) throws DamagedRecordException {
        return new AccountId(in.number());
    }

    private static MailboxId mailbox(MetaReader in) throws DamagedRecordException {
        return new MailboxId(in.number());
    }

    private static Optional<SpecialUse> use(MetaReader in) throws DamagedRecordException {
        String name = in.text();
        return name.isEmpty() ? Optional.empty() : Optional.of(SpecialUse.valueOf(name));
    }

    private static void flags(MetaWriter out, Flags flags) {
        out.number(flags.system()).number(flags.keywords().size());
        for (String keyword : flags.keywords()) {
            out.text(keyword);
        }
    }

    private static Flags flags(MetaReader in) throws DamagedRecordException {
        int system = (int) in.number();
        int count = in.count();
        List<String> keywords = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            keywords.add(in.text());
        }
        return new Flags(system, keywords);
    }

    private static void uids(MetaWriter out, UidSet uids) {
        out.number(uids.ranges().size());
        long previous = 0;
        for (UidSet.Range range : uids.ranges()) {
            out.number(range.first() - previous).number(range.last() - range.first());
            previous = range.last();
        }
    }

    private static UidSet uids(MetaReader in) throws DamagedRecordException {
        int count = in.count();
        List<UidSet.Range> ranges = new ArrayList<>(count);
        long previous = 0;
        for (int i = 0; i < count; i++) {
            long first = previous + in.number();
            long last = first + in.number();
            ranges.add(new UidSet.Range(first, last));
            previous = last;
        }
        return UidSet.ofRanges(ranges);
    }
}
