// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fumibako.doctor.Check;
import org.fumibako.doctor.Evidence;
import org.fumibako.doctor.Finding;
import org.fumibako.doctor.History.Happening;
import org.fumibako.doctor.Patient;
import org.fumibako.doctor.Phrase;
import org.fumibako.doctor.Remedy;
import org.fumibako.journal.FilterEvent.Judged;

/** What the spam filter made of the account's mail, and why: what got [SPAM], went to Junk, or was thrown away. */
public final class FilterVerdicts implements Check {
    private static final int NAMED = 5;

    private final boolean asked;

    /** @param asked whether the complaint is about what the filter does, or only that something is missing */
    public FilterVerdicts(boolean asked) {
        this.asked = asked;
    }

    @Override
    public String id() {
        return "filter-verdicts";
    }

    @Override
    public Phrase subject() {
        return new Phrase("迷惑メールフィルタの判定", "What the spam filter decided");
    }

    @Override
    public Finding examine(Patient patient) {
        Optional<Finding> none = AccountExists.needed(patient);
        if (none.isPresent()) {
            return none.get();
        }
        List<Happening<Judged>> judged = patient.history().of(Judged.class);
        List<Happening<Judged>> spam = judged.stream()
                .filter(one -> !one.event().outcome().equals("wanted"))
                .toList();
        if (spam.isEmpty()) {
            return judged.isEmpty()
                    ? Finding.unknown("迷惑メールフィルタの判定の記録がありません", "The spam filter has judged nothing")
                    : Finding.fine(
                            judged.size() + "通を調べ、迷惑メールと判定したものはありません",
                            judged.size() + " messages were looked at, and none is spam");
        }
        long thrown = spam.stream()
                .filter(one -> one.event().outcome().contains("delete"))
                .count();
        return finding(patient, spam, thrown > 0 || asked)
                .with(spam.stream().limit(NAMED).map(one -> line(patient, one)).toList());
    }

    private static Finding finding(Patient patient, List<Happening<Judged>> spam, boolean sure) {
        Judged last = spam.getFirst().event();
        boolean own = last.sender()
                .toLowerCase(Locale.ROOT)
                .endsWith("@" + patient.address().domain().ascii());
        Phrase headline =
                new Phrase(spam.size() + "通を迷惑メールと判定しました", "The filter took " + spam.size() + " messages for spam");
        Finding finding =
                sure ? Finding.cause(headline.ja(), headline.en()) : Finding.suspicious(headline.ja(), headline.en());
        return finding.because(
                        (own ? "ご自身のドメインからの配信です。" : "")
                                + "必要なメールの差出人をホワイトリストに加えると、次から判定されません。フィルタを弱めるか、OFF にすることもできます。",
                        (own ? "It came from your own domain. " : "")
                                + "Put senders whose mail you want on the whitelist, and it is not judged again. The filter can also"
                                + " be weakened or switched off.")
                .with(new Remedy.Screen(
                        new Phrase("迷惑メールフィルタ設定を開く", "Open the spam filter"),
                        new Phrase(
                                "ホワイトリストに加える差出人: " + last.sender(),
                                "The sender to put on the whitelist: " + last.sender()),
                        patient.panelPath("filter")));
    }

    private static Evidence line(Patient patient, Happening<Judged> one) {
        Judged judged = one.event();
        String sender = judged.sender().isEmpty() ? "<>" : judged.sender();
        return new Evidence(
                patient.times().at(one.at()),
                new Phrase(
                        sender + "　" + judged.subject() + "　" + judged.score() + "点（" + judged.level() + "）",
                        sender + ", " + judged.subject() + ", " + judged.score() + " points (" + judged.level() + ")"),
                List.of(Raw.line(
                        one.row(),
                        judged.outcome() + " <" + judged.messageId() + "> " + judged.score() + ": "
                                + judged.reasons())));
    }
}
