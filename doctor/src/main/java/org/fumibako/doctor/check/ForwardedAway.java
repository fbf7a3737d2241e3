// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fumibako.doctor.Check;
import org.fumibako.doctor.Evidence;
import org.fumibako.doctor.Finding;
import org.fumibako.doctor.History.Happening;
import org.fumibako.doctor.Outcome;
import org.fumibako.doctor.Patient;
import org.fumibako.doctor.Phrase;
import org.fumibako.doctor.Remedy;
import org.fumibako.journal.ForwardEvent.Forwarded;
import org.fumibako.journal.JournalEvent.Filed;
import org.fumibako.registry.Forwarding;
import org.fumibako.registry.Forwards;

/** Whether mail is forwarded and not kept (転送設定, 残さない). */
public final class ForwardedAway implements Check {
    private static final Duration UNDOABLE = Duration.ofDays(30);
    private static final int NAMED = 5;

    private final Forwards forwards;

    public ForwardedAway(Forwards forwards) {
        this.forwards = forwards;
    }

    @Override
    public String id() {
        return "forwarded-away";
    }

    @Override
    public Phrase subject() {
        return new Phrase("転送設定", "Forwarding");
    }

    @Override
    public Finding examine(Patient patient) {
        Optional<Finding> none = AccountExists.needed(patient);
        if (none.isPresent()) {
            return none.get();
        }
        Forwarding forwarding = forwards.of(patient.address());
        if (forwarding.targets().isEmpty()) {
            return Finding.fine("転送は設定されていません", "Nothing is forwarded");
        }
        List<Happening<Forwarded>> gone = patient.history().of(Forwarded.class);
        String targets = String.join(
                ", ",
                forwarding.targets().stream()
                        .map(target -> target.address().toString())
                        .toList());
        Finding finding = forwarding.keep()
                ? Finding.fine("転送し、メールボックスにも残しています", "Mail is forwarded and kept")
                : notKept(patient, gone.size());
        return finding.with(new Evidence(new Phrase("転送先", "Forwarded to"), Phrase.of(targets)))
                .with(gone.stream()
                        .limit(NAMED)
                        .map(one -> new Evidence(
                                patient.times().at(one.at()),
                                Phrase.of("→ " + one.event().target()),
                                List.of(Raw.line(
                                        one.row(),
                                        "forwarded <" + one.event().messageId() + "> to "
                                                + one.event().target()))))
                        .toList());
    }

    private static Finding notKept(Patient patient, int forwarded) {
        boolean explains = forwarded > 0 || patient.history().of(Filed.class).isEmpty();
        return Finding.cause("転送したメールを残さない設定です", "Forwarded mail is not kept")
                .only(explains ? Outcome.CAUSE : Outcome.SUSPICIOUS)
                .because(
                        "この期間に" + forwarded + "通が転送され、メールボックスには残っていません。残す設定にすると、これから届くメールは両方に届きます。",
                        forwarded
                                + " messages were forwarded and are not in the mailbox. When a copy is kept, mail from now on is in"
                                + " both places.")
                .with(new Remedy.Call(
                        new Phrase("メールボックスに残す", "Keep a copy"),
                        new Phrase("転送はそのまま続きます。", "Forwarding goes on as before."),
                        "PATCH",
                        patient.apiPath() + "/forwarding",
                        Map.of("keep", true),
                        Optional.of(new Remedy.Change("残さない", "残す")),
                        Optional.of(new Remedy.Back("PATCH", patient.apiPath() + "/forwarding", Map.of("keep", false))),
                        UNDOABLE));
    }
}
