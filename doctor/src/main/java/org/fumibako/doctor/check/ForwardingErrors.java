// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.fumibako.doctor.Check;
import org.fumibako.doctor.Evidence;
import org.fumibako.doctor.Finding;
import org.fumibako.doctor.History.Happening;
import org.fumibako.doctor.Patient;
import org.fumibako.doctor.Phrase;
import org.fumibako.doctor.Remedy;
import org.fumibako.journal.ForwardEvent.TargetFailed;

/** Whether errors come of what the account forwards: nobody remembers having sent it, and nobody else did. */
public final class ForwardingErrors implements Check {
    private static final Duration LATELY = Duration.ofDays(14);
    private static final int NAMED = 5;

    @Override
    public String id() {
        return "forwarding-errors";
    }

    @Override
    public Phrase subject() {
        return new Phrase("転送で生じたエラー", "Errors of forwarded mail");
    }

    @Override
    public Finding examine(Patient patient) {
        Optional<Finding> none = AccountExists.needed(patient);
        if (none.isPresent()) {
            return none.get();
        }
        List<Happening<TargetFailed>> failed = patient.history().of(TargetFailed.class).stream()
                .filter(one -> one.at().isAfter(patient.now().minus(LATELY)))
                .toList();
        if (failed.isEmpty()) {
            return Finding.fine("転送によるエラーはありません", "Nothing that was forwarded came back");
        }
        String target = failed.getFirst().event().target().toString();
        return Finding.cause(
                        "転送先 " + target + " がメールを受け取らず、エラーになっています",
                        "The forwarding target " + target + " does not take mail")
                .because(
                        "届いたメールを転送設定で送り直したもののエラーです。アカウントが不正に使われたわけではありません。転送先のアドレスを直すか、転送設定から削除してください。",
                        "The errors are of mail that came in and was forwarded by the account's own settings; nobody"
                                + " misused it. Correct the target's address, or take it out of the forwarding settings.")
                .with(failed.stream()
                        .limit(NAMED)
                        .map(one -> line(patient, one))
                        .toList())
                .with(new Remedy.Screen(
                        new Phrase("転送設定を開く", "Open the forwarding settings"), Phrase.of(""), patient.accountPath("")));
    }

    private static Evidence line(Patient patient, Happening<TargetFailed> one) {
        String words = one.event().why().replaceAll("\\p{Cntrl}+", " ");
        return new Evidence(
                patient.times().at(one.at()),
                Phrase.of(one.event().target() + "　" + words),
                List.of(Raw.line(one.row(), "forwarding to " + one.event().target() + " failed: " + words)));
    }
}
