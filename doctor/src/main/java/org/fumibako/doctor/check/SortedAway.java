// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fumibako.doctor.Check;
import org.fumibako.doctor.Evidence;
import org.fumibako.doctor.Finding;
import org.fumibako.doctor.History.Happening;
import org.fumibako.doctor.Patient;
import org.fumibako.doctor.Phrase;
import org.fumibako.doctor.Remedy;
import org.fumibako.journal.JournalEvent.Filed;
import org.fumibako.journal.SortingEvent.Discarded;
import org.fumibako.journal.SortingEvent.Sorted;
import org.fumibako.model.SpecialUse;

/** Whether rules moved mail out of the inbox, or threw it away (メールの振り分け). */
public final class SortedAway implements Check {
    private static final int NAMED = 5;

    /** How sentences begin that tell what a rule did. */
    private static final String FILED = "filed into ";

    private static final String SENT_ON = "sent on to ";

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
                .filter(one -> one.event().done().startsWith(FILED)
                        || one.event().done().startsWith(SENT_ON))
                .toList();
        List<Happening<Sorted>> gone = sorted.stream()
                .filter(one -> isOutOfSight(patient, one.event()))
                .toList();
        if (thrown.isEmpty() && sorted.stream().allMatch(one -> isKept(patient, one.event()))) {
            Phrase period = patient.times().span(patient.history().since(), patient.now());
            return Finding.fine("振り分けで移されたメールはありません", "No rule moved or deleted mail")
                    .because(period.ja() + "の記録を調べました。", "The record of " + period.en() + " was read.");
        }
        List<Evidence> evidence = new ArrayList<>();
        thrown.stream().limit(NAMED).forEach(one -> evidence.add(thrown(patient, one)));
        Stream.concat(gone.stream(), sorted.stream().filter(one -> !gone.contains(one)))
                .filter(one -> !isKept(patient, one.event()))
                .limit(NAMED)
                .forEach(one -> evidence.add(moved(patient, one)));
        return finding(thrown.size(), gone.size(), sorted.size())
                .with(evidence)
                .with(new Remedy.Screen(
                        new Phrase("メールの振り分けを開く", "Open the rules"), Phrase.of(""), patient.accountPath("/rules")));
    }

    /** Put where it is deleted after a while, or sent on with nothing left here. */
    private static boolean isOutOfSight(Patient patient, Sorted sorted) {
        return sorted.done().startsWith(FILED + "\"" + SpecialUse.TRASH.mailboxName() + "\"")
                || (sorted.done().startsWith(SENT_ON) && !isKept(patient, sorted));
    }

    /** Whether a message that a rule sent on is in the mailbox too. */
    private static boolean isKept(Patient patient, Sorted sorted) {
        return sorted.done().startsWith(SENT_ON)
                && patient.history().of(Filed.class).stream()
                        .anyMatch(one -> one.event().messageId().equals(sorted.messageId()));
    }

    private static Finding finding(int thrown, int gone, int sorted) {
        if (thrown > 0) {
            return Finding.cause("振り分けのルールが " + thrown + "通を削除しました", "Rules deleted " + thrown + " messages")
                    .because(
                            "ルールで削除したメールは、どのフォルダーにも残りません。ルールを見直すと、これから届くメールは残ります。",
                            "What a rule deletes is in no folder. Change the rule, and mail from now on stays.");
        }
        return gone > 0
                ? Finding.cause(
                                "振り分けのルールが " + gone + "通を、ごみ箱に入れるか、残さずに転送しました",
                                "Rules put " + gone + " messages into Trash, or sent them on and kept nothing")
                        .because(
                                "ごみ箱に入れたメールは7日後に消えます。残さずに転送したメールは、転送先にしかありません。ルールを見直すと、これから届くメールは残ります。",
                                "What is in Trash is gone after 7 days, and what was sent on is only there. Change the"
                                        + " rule, and mail from now on stays.")
                : Finding.suspicious(
                                "振り分けのルールが " + sorted + "通を別のフォルダーに入れました",
                                "Rules filed " + sorted + " messages in other folders")
                        .because("お探しのメールは、下のフォルダーにあるかもしれません。", "The message you miss may be in one of these folders.");
    }

    private static Evidence thrown(Patient patient, Happening<Discarded> one) {
        String sender = one.event().sender().map(Object::toString).orElse("<>");
        return new Evidence(
                patient.times().at(one.at()),
                SignIns.join(
                        Phrase.of(sender + "　" + one.event().subject()),
                        Retold.of(one.event().rule())),
                List.of(Raw.line(
                        one.row(),
                        "discarded <" + one.event().messageId() + "> by "
                                + one.event().rule())));
    }

    private static Evidence moved(Patient patient, Happening<Sorted> one) {
        return new Evidence(
                patient.times().at(one.at()),
                SignIns.join(
                        Retold.of(one.event().done()), Retold.of(one.event().rule())),
                List.of(Raw.line(
                        one.row(), one.event().done() + " <" + one.event().messageId() + ">")));
    }
}
