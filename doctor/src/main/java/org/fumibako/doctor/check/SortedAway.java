// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fumibako.doctor.Check;
import org.fumibako.doctor.Evidence;
import org.fumibako.doctor.Finding;
import org.fumibako.doctor.History.Happening;
import org.fumibako.doctor.Patient;
import org.fumibako.doctor.Phrase;
import org.fumibako.doctor.Remedy;
import org.fumibako.journal.SortingEvent.Discarded;
import org.fumibako.journal.SortingEvent.Sorted;

/** Whether rules moved mail out of the inbox, or threw it away (メールの振り分け). */
public final class SortedAway implements Check {
    private static final int NAMED = 5;

    @Override
    public String id() {
        return "sorted-away";
    }

    @Override
    public Phrase subject() {
        return new Phrase("メールの振り分け", "Sorting rules");
    }

    @Override
    public Finding examine(Patient patient) {
        Optional<Finding> none = AccountExists.needed(patient);
        if (none.isPresent()) {
            return none.get();
        }
        List<Happening<Discarded>> thrown = patient.history().of(Discarded.class);
        List<Happening<Sorted>> sorted = patient.history().of(Sorted.class).stream()
                .filter(one -> one.event().done().startsWith("filed into"))
                .toList();
        if (thrown.isEmpty() && sorted.isEmpty()) {
            Phrase period = patient.times().span(patient.history().since(), patient.now());
            return Finding.fine("振り分けで移されたメールはありません", "No rule moved or deleted mail")
                    .because(period.ja() + "の記録を調べました。", "The record of " + period.en() + " was read.");
        }
        List<Evidence> evidence = new ArrayList<>();
        thrown.stream().limit(NAMED).forEach(one -> evidence.add(thrown(patient, one)));
        sorted.stream().limit(NAMED).forEach(one -> evidence.add(moved(patient, one)));
        return finding(thrown.size(), sorted.size())
                .with(evidence)
                .with(new Remedy.Screen(
                        new Phrase("メールの振り分けを開く", "Open the rules"), Phrase.of(""), patient.panelPath("sorting")));
    }

    private static Finding finding(int thrown, int sorted) {
        return thrown > 0
                ? Finding.cause("振り分けのルールが " + thrown + "通を削除しました", "Rules deleted " + thrown + " messages")
                        .because(
                                "ルールで削除したメールは、どのフォルダーにも残りません。ルールを見直すと、これから届くメールは残ります。",
                                "What a rule deletes is in no folder. Change the rule, and mail from now on stays.")
                : Finding.suspicious(
                                "振り分けのルールが " + sorted + "通を別のフォルダーに入れました",
                                "Rules filed " + sorted + " messages in other folders")
                        .because("お探しのメールは、下のフォルダーにあるかもしれません。", "The message you miss may be in one of these folders.");
    }

    private static Evidence thrown(Patient patient, Happening<Discarded> one) {
        String sender = one.event().sender().map(Object::toString).orElse("<>");
        return new Evidence(
                patient.times().at(one.at()),
                Phrase.of(
                        sender + "　" + one.event().subject() + "　" + one.event().rule()),
                List.of(Raw.line(
                        one.row(),
                        "discarded <" + one.event().messageId() + "> by "
                                + one.event().rule())));
    }

    private static Evidence moved(Patient patient, Happening<Sorted> one) {
        return new Evidence(
                patient.times().at(one.at()),
                Phrase.of(one.event().done() + "　" + one.event().rule()),
                List.of(Raw.line(
                        one.row(), one.event().done() + " <" + one.event().messageId() + ">")));
    }
}
