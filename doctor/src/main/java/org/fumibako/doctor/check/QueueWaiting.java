// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import java.util.List;
import java.util.Optional;
import org.fumibako.doctor.Check;
import org.fumibako.doctor.Evidence;
import org.fumibako.doctor.Finding;
import org.fumibako.doctor.Patient;
import org.fumibako.doctor.Phrase;
import org.fumibako.doctor.Remedy;
import org.fumibako.store.OutboundQueue;
import org.fumibako.store.queue.QueueFilter;
import org.fumibako.store.queue.QueueRow;
import org.fumibako.store.queue.RecipientState;

/** Mail of the account that has not left yet. */
public final class QueueWaiting implements Check {
    private static final int READ = 500;
    private static final int NAMED = 5;

    private final OutboundQueue queue;

    public QueueWaiting(OutboundQueue queue) {
        this.queue = queue;
    }

    @Override
    public String id() {
        return "queue-waiting";
    }

    @Override
    public Phrase subject() {
        return new Phrase("送信待ちのメール", "Mail waiting to leave");
    }

    @Override
    public Finding examine(Patient patient) {
        Optional<Finding> none = AccountExists.needed(patient);
        if (none.isPresent()) {
            return none.get();
        }
        List<QueueRow> rows = queue
                .list(QueueFilter.ALL.of(patient.account().orElseThrow().id()), READ)
                .stream()
                .filter(row -> row.recipient().state().open())
                .toList();
        if (rows.isEmpty()) {
            return Finding.fine("送信待ちのメールはありません", "No mail is waiting");
        }
        boolean refused = rows.stream().anyMatch(row -> row.last().isPresent());
        boolean held = rows.stream().anyMatch(row -> row.recipient().state() == RecipientState.HELD);
        Finding finding = held
                ? Finding.cause("保留中のメールがあります", "Mail is held back")
                        .because("保留を解除するまで送られません。", "It is not sent until somebody releases it.")
                : refused
                        ? Finding.cause(
                                        rows.size() + "件がまだ相手に届いていません",
                                        rows.size() + " recipients have not got their mail yet")
                                .because(
                                        "相手サーバーが受け取らなかったため、自動で送り直しています。下の応答がその理由です。",
                                        "Other servers did not take it, so it is tried again by itself. Their answers"
                                                + " say why.")
                        : Finding.suspicious(rows.size() + "件が送信待ちです", rows.size() + " recipients are waiting")
                                .because(
                                        "まもなく送るか、いま送っているところです。相手のサーバーの応答が遅いと、数分かかることがあります。",
                                        "They are about to be sent, or being sent just now. That takes some minutes"
                                                + " where the other server is slow.");
        return finding.with(rows.stream()
                        .limit(NAMED)
                        .map(row -> line(patient, row))
                        .toList())
                .with(new Remedy.Screen(
                        new Phrase("送信状況を開く", "Open the queue"), Phrase.of(""), patient.panelPath("queue")));
    }

    /** Of one that is being tried the time is when that is taken to have been cut short. */
    private static boolean isTrying(Patient patient, QueueRow row) {
        return row.last().isEmpty()
                && row.recipient().state() == RecipientState.WAITING
                && row.recipient().nextAt().isAfter(patient.now());
    }

    private static Evidence line(Patient patient, QueueRow row) {
        Phrase words = row.last()
                .map(attempt -> Raw.reply(attempt.outcome()))
                .orElse(new Phrase("まだ試していません", "not tried yet"));
        if (isTrying(patient, row)) {
            return new Evidence(
                    Phrase.of(row.recipient().addressee().address().toString()),
                    new Phrase("いま相手のサーバーに送っているところです", "being sent just now"));
        }
        Phrase next = patient.times().at(row.recipient().nextAt());
        return new Evidence(
                Phrase.of(row.recipient().addressee().address().toString()),
                row.recipient().state() == RecipientState.HELD
                        ? new Phrase("保留中", "held")
                        : new Phrase(words.ja() + "　次は " + next.ja(), words.en() + ", next try " + next.en()));
    }
}
