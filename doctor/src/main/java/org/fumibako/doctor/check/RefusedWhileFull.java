// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import java.util.List;
import java.util.stream.Collectors;
import org.fumibako.doctor.Check;
import org.fumibako.doctor.Finding;
import org.fumibako.doctor.History.Happening;
import org.fumibako.doctor.Outcome;
import org.fumibako.doctor.Patient;
import org.fumibako.doctor.Phrase;
import org.fumibako.journal.JournalEvent.Refused;

/** Who was refused because the mailbox was full: the envelope is all there is, for nothing of such mail is kept. */
public final class RefusedWhileFull implements Check {
    private static final int NAMED = 20;

    private final RoomLeft room;
    private final boolean asked;

    /** @param asked whether the complaint is about just that mail, or what was refused before only explains something while there is no room */
    public RefusedWhileFull(RoomLeft room, boolean asked) {
        this.room = room;
        this.asked = asked;
    }

    @Override
    public String id() {
        return "refused-while-full";
    }

    @Override
    public Phrase subject() {
        return new Phrase("容量超過で断ったメール", "Mail refused because the mailbox was full");
    }

    @Override
    public Finding examine(Patient patient) {
        List<Happening<Refused>> refused = RefusedMail.of(patient).stream()
                .filter(one -> RefusedMail.isOverQuota(one.event()))
                .toList();
        Phrase period = patient.times().span(patient.history().since(), patient.now());
        if (refused.isEmpty()) {
            return Finding.fine("容量超過で断ったメールはありません", "No mail was refused for lack of room")
                    .because(period.ja() + "の記録を調べました。", "The record of " + period.en() + " was read.");
        }
        long senders = refused.stream()
                .map(one -> one.event().sender())
                .collect(Collectors.toSet())
                .size();
        Phrase last = patient.times().at(refused.getFirst().at());
        Phrase first = patient.times().at(refused.getLast().at());
        boolean over = room.examine(patient).outcome() == Outcome.FINE;
        Outcome outcome = asked || !over ? Outcome.CAUSE : Outcome.SUSPICIOUS;
        Finding finding = Finding.cause(
                        "容量超過のため " + refused.size() + "通を受信できませんでした",
                        refused.size() + " messages were refused because the mailbox was full")
                .because(
                        first.ja() + " から " + last.ja() + " まで、" + senders
                                + "件の送信元に「maildir over quota.」と返しました。本文は保管していないため、送信元に再送をお願いしてください。",
                        "From " + first.en() + " to " + last.en() + ", " + senders
                                + " senders were told \"maildir over quota.\" The messages were not kept: ask the senders to send"
                                + " them again.")
                .only(outcome);
        return (over ? finding.and("いまは空きがあります。", "There is room now.") : finding)
                .with(refused.stream()
                        .limit(NAMED)
                        .map(one -> RefusedMail.line(patient, one))
                        .toList());
    }
}
