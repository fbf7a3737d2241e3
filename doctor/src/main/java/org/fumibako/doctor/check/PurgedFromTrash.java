// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import java.util.List;
import org.fumibako.doctor.Check;
import org.fumibako.doctor.Evidence;
import org.fumibako.doctor.Finding;
import org.fumibako.doctor.History.Happening;
import org.fumibako.doctor.Patient;
import org.fumibako.doctor.Phrase;
import org.fumibako.doctor.Remedy;
import org.fumibako.journal.JournalEvent.Moved;
import org.fumibako.journal.JournalEvent.Purged;
import org.fumibako.model.SpecialUse;

/** What the sweeper took from Trash, seven days after it had come there, and who had put it there. */
public final class PurgedFromTrash implements Check {
    private static final int NAMED = 5;

    @Override
    public String id() {
        return "purged-from-trash";
    }

    @Override
    public Phrase subject() {
        return new Phrase("ごみ箱の自動消去", "Trash is emptied by itself");
    }

    @Override
    public Finding examine(Patient patient) {
        List<Happening<Purged>> purged = patient.history().of(Purged.class);
        List<Happening<Moved>> moved = patient.history().of(Moved.class).stream()
                .filter(one -> one.event().to().equals(SpecialUse.TRASH.mailboxName()))
                .filter(one -> purged.stream()
                        .anyMatch(
                                gone -> gone.event().contentId() == one.event().contentId()))
                .toList();
        Phrase period = patient.times().span(patient.history().since(), patient.now());
        if (purged.isEmpty()) {
            return Finding.fine("ごみ箱から自動で消えたメールはありません", "Nothing was removed from Trash by itself")
                    .because(period.ja() + "の記録を調べました。", "The record of " + period.en() + " was read.");
        }
        Phrase last = patient.times().at(purged.getFirst().at());
        return Finding.cause(
                        "ごみ箱の " + purged.size() + "通が、7日たったため消えました",
                        purged.size() + " messages were removed from Trash after 7 days")
                .because(
                        "ごみ箱に移したメールは、移してから7日後に消去します。最後の消去は " + last.ja() + " です。残したいメールは、7日以内に別のフォルダーへ移してください。",
                        "What is moved to Trash is removed 7 days later, the last time on " + last.en()
                                + ". Move what you want to keep to another folder before that.")
                .with(moved.stream()
                        .limit(NAMED)
                        .map(one -> whoMoved(patient, one))
                        .toList())
                .with(purged.stream()
                        .limit(NAMED)
                        .map(one -> whenPurged(patient, one))
                        .toList())
                .with(new Remedy.Screen(
                        new Phrase("ごみ箱を見る", "Look into the Trash"),
                        new Phrase("まだ消えていないメールは、戻すことができます。", "What is still there can be moved back."),
                        "/webmail"));
    }

    private static Evidence whoMoved(Patient patient, Happening<Moved> one) {
        return new Evidence(
                new Phrase("ごみ箱へ移動", "Moved to Trash"),
                SignIns.join(patient.times().at(one.at()), SignIns.who(one.row())),
                List.of(Raw.line(
                        one.row(),
                        "moved " + one.event().from() + "/" + one.event().fromUid() + " to Trash")));
    }

    private static Evidence whenPurged(Patient patient, Happening<Purged> one) {
        return new Evidence(
                new Phrase("自動消去", "Removed"),
                patient.times().at(one.at()),
                List.of(Raw.line(
                        one.row(),
                        "purged " + one.event().mailbox() + "/" + one.event().uid())));
    }
}
