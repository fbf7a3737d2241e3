// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fumibako.doctor.Check;
import org.fumibako.doctor.Evidence;
import org.fumibako.doctor.Finding;
import org.fumibako.doctor.Outcome;
import org.fumibako.doctor.Patient;
import org.fumibako.doctor.Phrase;
import org.fumibako.journal.JournalEvent;
import org.fumibako.journal.JournalRow;
import org.fumibako.journal.Protocol;
import org.fumibako.model.SpecialUse;

/** Which programs and devices removed or moved mail: a POP3 client that deletes what it fetched, an IMAP client that was told to. */
public final class Removed implements Check {
    static final int NAMED = 8;

    /** What was removed longer ago is no answer to what is missed now. */
    private static final Duration LATELY = Duration.ofDays(14);

    private final Protocol protocol;
    private final String id;
    private final Phrase subject;
    private final SpecialUse from;

    private Removed(Protocol protocol, String id, Phrase subject, SpecialUse from) {
        this.protocol = protocol;
        this.id = id;
        this.subject = subject;
        this.from = from;
    }

    public static Removed byPop() {
        return new Removed(
                Protocol.POP3, "removed-by-pop", new Phrase("POP での削除", "Removed by POP3 clients"), SpecialUse.INBOX);
    }

    /** @param from which mailbox the complaint is about */
    public static Removed byImap(SpecialUse from) {
        return new Removed(
                Protocol.IMAP, "removed-by-imap", new Phrase("IMAP での削除と移動", "Removed or moved by IMAP clients"), from);
    }

    /** @param from which mailbox the complaint is about */
    public static Removed byWebmail(SpecialUse from) {
        return new Removed(
                Protocol.WEB, "removed-by-webmail", new Phrase("WEBメールでの削除と移動", "Removed or moved in webmail"), from);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Phrase subject() {
        return subject;
    }

    /** Who did it: one device, as far as can be told. */
    private record Device(String peer, String client) {
        static Device of(JournalRow row) {
            return new Device(
                    row.origin().peer().map(address -> address.getHostAddress()).orElse("-"),
                    row.origin().client());
        }
    }

    @Override
    public Finding examine(Patient patient) {
        List<JournalRow> rows = patient.history().rows().stream()
                .filter(row -> row.origin().protocol() == protocol && takesAway(row.event()))
                .toList();
        Phrase period = patient.times().span(patient.history().since(), patient.now());
        if (rows.isEmpty()) {
            return Finding.fine(protocol + " で削除されたメールはありません", "Nothing was removed by " + protocol)
                    .because(period.ja() + "の記録を調べました。", "The record of " + period.en() + " was read.");
        }
        Map<Device, List<JournalRow>> devices = rows.stream().collect(Collectors.groupingBy(Device::of));
        Finding finding =
                protocol == Protocol.POP3 ? pop(patient, rows, devices.size()) : hand(patient, rows, devices.size());
        return finding.with(devices.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<Device, List<JournalRow>> entry) ->
                                entry.getValue().size())
                        .reversed())
                .limit(NAMED)
                .map(entry -> line(patient, entry.getKey(), entry.getValue()))
                .toList());
    }

    private static boolean takesAway(JournalEvent event) {
        return event instanceof JournalEvent.Deleted
                || event instanceof JournalEvent.Moved
                || event instanceof JournalEvent.MailboxDeleted;
    }

    private static Finding pop(Patient patient, List<JournalRow> rows, int places) {
        Finding finding = Finding.cause(
                        "POP のメールソフトが " + rows.size() + "通を削除しました", "POP3 clients removed " + rows.size() + " messages")
                .because(
                        places + "か所から削除されています。メールソフトが「受信後にサーバーから削除する」設定になっていないか、下の端末を確かめてください。"
                                + "1台でもそうなっていると、ほかの端末やWEBメールからも消えます。",
                        "They came from " + places
                                + " places. See whether a mail program on one of them deletes from the server what it"
                                + " has fetched: one is enough to make mail disappear everywhere.");
        boolean lately = rows.getFirst().at().isAfter(patient.now().minus(LATELY));
        return lately ? finding : finding.only(Outcome.SUSPICIOUS);
    }

    /** What is deleted from the mailbox in question disappears; what is moved is somewhere else. */
    private Finding hand(Patient patient, List<JournalRow> rows, int places) {
        long gone = rows.stream().mapToLong(row -> taken(row.event())).sum();
        boolean lately = rows.stream()
                .filter(row -> taken(row.event()) > 0)
                .anyMatch(row -> row.at().isAfter(patient.now().minus(LATELY)));
        Phrase what = protocol == Protocol.IMAP
                ? new Phrase("IMAP のメールソフト", "IMAP clients")
                : new Phrase("WEBメール", "Webmail");
        Phrase where = from == SpecialUse.TRASH
                ? new Phrase("ごみ箱", "Trash")
                : new Phrase("受信箱やフォルダー", "the inbox or a folder");
        Finding finding = gone > 0
                ? Finding.cause(
                        what.ja() + "で、" + where.ja() + "の " + gone + "通が削除されました",
                        what.en() + " deleted " + gone + " messages from " + where.en())
                : Finding.suspicious(
                        what.ja() + "で " + rows.size() + "通が削除または移動されました",
                        what.en() + " deleted or moved " + rows.size() + " messages");
        return (lately ? finding : finding.only(Outcome.SUSPICIOUS))
                .because(
                        places + "か所から行われています。お探しのメールが下にあれば、それが消えた理由です。削除や移動は、すべての端末とWEBメールに反映されます。"
                                + copies(patient, rows).ja(),
                        "It was done from " + places
                                + " places. If what you miss is among it, that is where it went: what one program"
                                + " deletes or moves is deleted or moved everywhere."
                                + copies(patient, rows).en());
    }

    /** Some programs move by copying and deleting. */
    private static Phrase copies(Patient patient, List<JournalRow> rows) {
        Set<Long> deleted = rows.stream()
                .map(JournalRow::event)
                .filter(JournalEvent.Deleted.class::isInstance)
                .map(event -> ((JournalEvent.Deleted) event).contentId())
                .collect(Collectors.toSet());
        Set<String> places = patient.history().of(JournalEvent.Copied.class).stream()
                .filter(one -> deleted.contains(one.event().contentId()))
                .map(one -> one.event().to())
                .collect(Collectors.toCollection(TreeSet::new));
        return places.isEmpty()
                ? Phrase.of("")
                : new Phrase(
                        "削除の前に「" + String.join("」「", places) + "」へコピーされたものがあります。",
                        " Some of it had been copied to " + String.join(", ", places) + " before.");
    }

    /** Nobody misses as received what programs delete from Drafts and Sent. */
    private boolean isMeant(String mailbox) {
        return from == SpecialUse.TRASH
                ? mailbox.equals(SpecialUse.TRASH.mailboxName())
                : Stream.of(SpecialUse.TRASH, SpecialUse.DRAFTS, SpecialUse.SENT, SpecialUse.JUNK)
                        .map(SpecialUse::mailboxName)
                        .noneMatch(mailbox::equals);
    }

    /** How many messages an event took out of the mailbox in question. */
    private long taken(JournalEvent event) {
        String trash = SpecialUse.TRASH.mailboxName();
        return switch (event) {
            case JournalEvent.Deleted deleted -> isMeant(deleted.mailbox()) ? 1 : 0;
            case JournalEvent.Moved moved ->
                from != SpecialUse.TRASH
                                && moved.from().equals("INBOX")
                                && moved.to().equals(trash)
                        ? 1
                        : 0;
            default -> 0;
        };
    }

    private static Evidence line(Patient patient, Device device, List<JournalRow> rows) {
        Phrase last = patient.times().at(rows.getFirst().at());
        String who = device.client().isEmpty() ? device.peer() : device.client() + " (" + device.peer() + ")";
        return new Evidence(
                Phrase.of(who),
                new Phrase(rows.size() + "通、最後は " + last.ja(), rows.size() + " messages, last on " + last.en()),
                rows.stream().map(row -> Raw.line(row, what(row.event()))).toList());
    }

    private static String what(JournalEvent event) {
        return switch (event) {
            case JournalEvent.Deleted deleted -> "deleted " + deleted.mailbox() + "/" + deleted.uid();
            case JournalEvent.Moved moved ->
                "moved " + moved.from() + "/" + moved.fromUid() + " to " + moved.to() + "/" + moved.toUid();
            case JournalEvent.MailboxDeleted deleted ->
                "deleted mailbox " + deleted.mailbox() + " with " + deleted.messages() + " messages";
            default -> event.toString();
        };
    }
}
