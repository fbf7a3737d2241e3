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
import org.fumibako.journal.JournalEvent.Filed;
import org.fumibako.model.SpecialUse;

/** Mail that came in and went to Junk. */
public final class FiledAsJunk implements Check {
    private static final int NAMED = 5;

    @Override
    public String id() {
        return "filed-as-junk";
    }

    @Override
    public Phrase subject() {
        return new Phrase("迷惑メールに入ったメール", "Mail in the Junk folder");
    }

    @Override
    public Finding examine(Patient patient) {
        List<Happening<Filed>> junk = patient.history().of(Filed.class).stream()
                .filter(one -> one.event().recipient().isPresent()
                        && one.event().mailbox().equals(SpecialUse.JUNK.mailboxName()))
                .toList();
        Phrase period = patient.times().span(patient.history().since(), patient.now());
        if (junk.isEmpty()) {
            return Finding.fine("迷惑メールに入ったメールはありません", "No mail went to Junk")
                    .because(period.ja() + "の記録を調べました。", "The record of " + period.en() + " was read.");
        }
        return Finding.suspicious(junk.size() + "通が迷惑メールに入っています", junk.size() + " messages went to Junk")
                .because(
                        "お探しのメールがあれば、迷惑メールのフォルダーにあります。「迷惑メールではない」を押すと、次から受信箱に届きやすくなります。",
                        "If the message you miss is among these, it is in the Junk folder. Mark it as not junk, and its sender's next"
                                + " mail is more likely to reach the inbox.")
                .with(junk.stream().limit(NAMED).map(one -> line(patient, one)).toList())
                .with(new Remedy.Screen(new Phrase("迷惑メールを見る", "Look into Junk"), Phrase.of(""), "/webmail"));
    }

    private static Evidence line(Patient patient, Happening<Filed> one) {
        String sender = one.event().sender().map(Object::toString).orElse("<>");
        return new Evidence(
                patient.times().at(one.at()),
                Phrase.of(sender + "　" + one.event().subject()),
                List.of(Raw.line(
                        one.row(),
                        "filed in " + one.event().mailbox() + "/" + one.event().uid() + " <"
                                + one.event().messageId() + ">")));
    }
}
