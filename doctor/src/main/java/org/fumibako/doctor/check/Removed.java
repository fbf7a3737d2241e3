// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fumibako.doctor.Check;
import org.fumibako.doctor.Evidence;
import org.fumibako.doctor.Finding;
import org.fumibako.doctor.Patient;
import org.fumibako.doctor.Phrase;
import org.fumibako.journal.JournalEvent;
import org.fumibako.journal.JournalRow;
import org.fumibako.journal.Protocol;

/** Which programs and devices removed or moved mail: a POP3 client that deletes what it fetched, an IMAP client that was told to. */
public final class Removed implements Check {
    private static final int NAMED = 8;

    private final Protocol protocol;
    private final String id;
    private final Phrase subject;

    private Removed(Protocol protocol, String id, Phrase subject) {
        this.protocol = protocol;
        this.id = id;
        this.subject = subject;
    }

    public static Removed byPop() {
        return new Removed(Protocol.POP3, "removed-by-pop", new Phrase("POP での削除", "Removed by POP3 clients"));
    }

    public static Removed byImap() {
        return new Removed(
                Protocol.IMAP, "removed-by-imap", new Phrase("IMAP での削除と移動", "Removed or moved by IMAP clients"));
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
                protocol == Protocol.POP3 ? pop(rows.size(), devices.size()) : imap(rows.size(), devices.size());
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

    private static Finding pop(int messages, int devices) {
        return Finding.cause("POP のメールソフトが " + messages + "通を削除しました", "POP3 clients removed " + messages + " messages")
                .because(
                        "「サーバーにメッセージのコピーを残す」がオフの端末が" + devices + "台あります。残す設定に変えてください。1台でもオフだと、ほかの端末やWEBメールからも消えます。",
                        devices
                                + " devices are set not to leave messages on the server. Change that on each of them: one is enough"
                                + " to make mail disappear everywhere.");
    }

    private static Finding imap(int messages, int devices) {
        return Finding.suspicious(
                        "IMAP のメールソフトが " + messages + "通を削除または移動しました",
                        "IMAP clients removed or moved " + messages + " messages")
                .because(
                        devices + "台の端末が行いました。メールソフトで削除や移動をすると、WEBメールにも同じように反映されます。",
                        devices
                                + " devices did. What a mail program deletes or moves is deleted or moved in webmail too.");
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
