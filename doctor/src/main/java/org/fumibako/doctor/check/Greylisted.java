// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import java.util.List;
import org.fumibako.delivery.door.Doorkeeper;
import org.fumibako.doctor.Check;
import org.fumibako.doctor.Evidence;
import org.fumibako.doctor.Finding;
import org.fumibako.doctor.History.Happening;
import org.fumibako.doctor.Patient;
import org.fumibako.doctor.Phrase;
import org.fumibako.doctor.Remedy;
import org.fumibako.journal.JournalEvent.Filed;
import org.fumibako.journal.JournalEvent.Refused;

/** Mail that had to be sent again because its server was not known yet (RFC 6647), and whether it was. */
public final class Greylisted implements Check {
    private static final int NAMED = 5;

    @Override
    public String id() {
        return "greylisted";
    }

    @Override
    public Phrase subject() {
        return new Phrase("グレイリストで待たせたメール", "Mail delayed by greylisting");
    }

    @Override
    public Finding examine(Patient patient) {
        List<Happening<Refused>> delayed = RefusedMail.of(patient).stream()
                .filter(one -> one.event().reply().equals(Doorkeeper.TRY_AGAIN))
                .toList();
        Phrase period = patient.times().span(patient.history().since(), patient.now());
        if (delayed.isEmpty()) {
            return Finding.fine("グレイリストで待たせたメールはありません", "No mail was delayed by greylisting")
                    .because(period.ja() + "の記録を調べました。", "The record of " + period.en() + " was read.");
        }
        List<Happening<Refused>> missing =
                delayed.stream().filter(one -> !cameLater(patient, one)).toList();
        if (missing.isEmpty()) {
            return Finding.fine("グレイリストで遅れたメールは、すべて届きました", "All mail that greylisting delayed has come")
                    .with(lines(patient, delayed));
        }
        return Finding.suspicious(
                        missing.size() + "回の受信をグレイリストで遅らせています",
                        "Greylisting has delayed mail " + Phrase.times(missing.size()) + " that has not come yet")
                .because(
                        "はじめての送信元には、少し待ってからの再送を求めています。ふつうのメールサーバーなら、数分から数十分で自動的に再送され、届きます。"
                                + "待てないときは、グレイリストをオフにするか、差出人をホワイトリストに追加してください。",
                        "Servers that are not known yet are asked to try again a little later. Ordinary mail servers do so by"
                                + " themselves within minutes, and the mail arrives. If you cannot wait, switch greylisting off, or"
                                + " put the sender on the whitelist.")
                .with(lines(patient, missing))
                .with(new Remedy.Screen(
                        new Phrase("迷惑メールフィルタを開く", "Open the spam filter"),
                        Phrase.of(""),
                        patient.panelPath("filter")));
    }

    /** Whether mail of the same sender was filed after it. */
    private static boolean cameLater(Patient patient, Happening<Refused> delayed) {
        String sender = delayed.event().sender();
        return patient.history().of(Filed.class).stream()
                .filter(filed -> filed.at().isAfter(delayed.at()))
                .anyMatch(filed ->
                        filed.event().sender().map(Object::toString).orElse("").equalsIgnoreCase(sender));
    }

    private static List<Evidence> lines(Patient patient, List<Happening<Refused>> delayed) {
        return delayed.stream()
                .limit(NAMED)
                .map(one -> RefusedMail.line(patient, one))
                .toList();
    }
}
