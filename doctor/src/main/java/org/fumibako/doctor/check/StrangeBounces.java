// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fumibako.doctor.Check;
import org.fumibako.doctor.Evidence;
import org.fumibako.doctor.Finding;
import org.fumibako.doctor.History.Happening;
import org.fumibako.doctor.Patient;
import org.fumibako.doctor.Phrase;
import org.fumibako.doctor.Remedy;
import org.fumibako.journal.AbuseEvent.Backscatter;
import org.fumibako.journal.AbuseEvent.TakeoverSuspected;
import org.fumibako.registry.Paced;
import org.fumibako.registry.Pacing;

/**
 * Errors about mail that the owner never wrote: either somebody else uses the account (we did send it), or somebody writes the address
 * as the sender of their own mail (we sent nothing like it).
 */
public final class StrangeBounces implements Check {
    private static final int DAYS = 7;
    private static final int NAMED = 3;

    private final Pacing pacing;

    public StrangeBounces(Pacing pacing) {
        this.pacing = pacing;
    }

    @Override
    public String id() {
        return "strange-bounces";
    }

    @Override
    public Phrase subject() {
        return new Phrase("乗っ取りか、なりすましか", "Takeover or forgery");
    }

    @Override
    public Finding examine(Patient patient) {
        Optional<Finding> none = AccountExists.needed(patient);
        if (none.isPresent()) {
            return none.get();
        }
        List<Happening<TakeoverSuspected>> taken = patient.history().of(TakeoverSuspected.class);
        List<Happening<Backscatter>> forged = patient.history().of(Backscatter.class);
        Optional<Paced> paced = pacing.of(patient.account().orElseThrow().id());
        if (paced.isPresent() || !taken.isEmpty()) {
            return taken(patient, paced, taken).with(curve(patient, forged));
        }
        if (forged.isEmpty()) {
            return Finding.fine("不正利用もなりすましも見つかりません", "Neither takeover nor forgery was seen");
        }
        return forged(forged.size())
                .with(curve(patient, forged))
                .with(forged.stream()
                        .limit(NAMED)
                        .map(one -> new Evidence(
                                patient.times().at(one.at()),
                                Phrase.of(one.event().from()),
                                List.of(Raw.line(one.row(), one.event().why()))))
                        .toList());
    }

    private static Finding taken(Patient patient, Optional<Paced> paced, List<Happening<TakeoverSuspected>> taken) {
        String why =
                paced.map(Paced::why).orElseGet(() -> taken.getFirst().event().why());
        Instant when = paced.map(Paced::since).orElseGet(() -> taken.getFirst().at());
        Finding finding = paced.isPresent()
                ? Finding.cause("アカウントが不正に使われています", "Somebody else uses the account")
                : Finding.suspicious("以前、不正利用の疑いがありました", "Somebody else seemed to use the account before");
        return finding.because(
                        "身に覚えのないメールが、このアカウントから実際に送られました。パスワードを変更し、パソコンをウイルス検査してください。エラーメールは数日で減ります。",
                        "Mail that you did not write was sent from this account. Change its password and scan your"
                                + " computers. The errors will become fewer over some days.")
                .with(new Evidence(patient.times().at(when), Retold.of(why)))
                .with(new Remedy.Screen(
                        new Phrase("新しいパスワードを設定する", "Set a new password"),
                        Phrase.of(""),
                        patient.panelPath("accounts")));
    }

    private static Finding forged(int errors) {
        return Finding.cause(
                        "差出人をかたったメールのエラーが " + errors + "通届いています",
                        errors + " errors came of mail that others sent in your name")
                .because(
                        "このサーバーから送った記録はないため、アドレスを差出人としてかたられたものです。アカウントが使われた形跡はありません。エラーは迷惑メールに入れています。DMARC"
                                + " を「配送しない」にすると減ります。",
                        "Nothing like it was sent from here: others wrote your address as the sender, and nothing"
                                + " shows that they use your account. The errors are filed as junk. A DMARC policy of"
                                + " \"refuse\" makes them fewer.");
    }

    /** How many came each day: they fall, or they do not. */
    private static Evidence curve(Patient patient, List<Happening<Backscatter>> forged) {
        StringBuilder counts = new StringBuilder();
        for (int day = DAYS - 1; day >= 0; day--) {
            Instant from = patient.now().minus(Duration.ofDays(day + 1L));
            Instant to = patient.now().minus(Duration.ofDays(day));
            long count = forged.stream()
                    .filter(one -> one.at().isAfter(from) && !one.at().isAfter(to))
                    .count();
            counts.append(counts.isEmpty() ? "" : " → ").append(count);
        }
        return new Evidence(new Phrase("この7日間のエラー", "Errors in the past 7 days"), Phrase.of(counts.toString()));
    }
}
