// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fumibako.doctor.Check;
import org.fumibako.doctor.Evidence;
import org.fumibako.doctor.Finding;
import org.fumibako.doctor.History.Happening;
import org.fumibako.doctor.Outcome;
import org.fumibako.doctor.Patient;
import org.fumibako.doctor.Phrase;
import org.fumibako.doctor.Remedy;
import org.fumibako.journal.ForwardEvent.Forwarded;
import org.fumibako.journal.ForwardEvent.PutBack;
import org.fumibako.journal.JournalEvent.Filed;
import org.fumibako.journal.Protocol;
import org.fumibako.registry.Forwarding;
import org.fumibako.registry.Forwards;

/** Whether mail is forwarded and not kept (転送設定, 残さない). */
public final class ForwardedAway implements Check {
    private static final Duration UNDOABLE = Duration.ofDays(30);
    private static final int NAMED = 5;
    private static final Phrase REFUSING = new Phrase(
            "転送先が受け取っていないメールがあります。転送先のアドレスが正しいか、転送設定でご確認ください。",
            "The target does not take all of it. Check in the forwarding settings that its address is right.");

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
        Forwarding forwarding = forwards.of(patient.accountAddress());
        if (forwarding.targets().isEmpty()) {
            return Finding.fine("転送は設定されていません", "Nothing is forwarded");
        }
        Set<String> back = patient.history().of(PutBack.class).stream()
                .map(one -> one.event().messageId())
                .collect(Collectors.toSet());
        List<Happening<Forwarded>> gone = patient.history().of(Forwarded.class).stream()
                .filter(one -> !back.contains(one.event().messageId()))
                .toList();
        String targets = String.join(
                ", ",
                forwarding.targets().stream()
                        .map(target -> target.address().toString())
                        .toList());
        Finding finding = forwarding.keep()
                ? Finding.fine("転送し、メールボックスにも残しています", "Mail is forwarded and kept")
                : notKept(patient, gone.size(), back.size());
        return failing(patient, forwarding, finding)
                .with(new Evidence(new Phrase("転送先", "Forwarded to"), Phrase.of(targets)))
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

    /** With what targets do not take: the owner gets the errors of it. */
    private static Finding failing(Patient patient, Forwarding forwarding, Finding finding) {
        Finding all = finding;
        for (Forwarding.Target target : forwarding.targets()) {
            all = switch (target.state()) {
                case Forwarding.Target.State.Working _ -> all;
                case Forwarding.Target.State.Failing failing ->
                    refusing(all)
                            .with(new Evidence(
                                    Phrase.of(target.address().toString()),
                                    SignIns.join(
                                            patient.times().at(failing.since()),
                                            Phrase.of(oneLine(failing.reason())))));
                case Forwarding.Target.State.Stopped stopped ->
                    refusing(all)
                            .with(new Evidence(
                                    Phrase.of(target.address().toString()),
                                    SignIns.join(
                                            patient.times().at(stopped.at()), Phrase.of(oneLine(stopped.reason())))));
            };
        }
        return all;
    }

    private static Finding refusing(Finding finding) {
        Finding worse = finding.outcome() == Outcome.FINE ? finding.only(Outcome.SUSPICIOUS) : finding;
        return worse.explanation().ja().contains(REFUSING.ja()) ? worse : worse.and(REFUSING.ja(), REFUSING.en());
    }

    private static String oneLine(String words) {
        return words.replaceAll("\\p{Cntrl}+", " ");
    }

    private static Finding notKept(Patient patient, int forwarded, int back) {
        boolean received = patient.history().of(Filed.class).stream()
                .anyMatch(one -> one.event().recipient().isPresent()
                        && one.row().origin().protocol() != Protocol.SYSTEM);
        boolean explains = forwarded > 0 || (!received && back == 0);
        String putBack = back == 0 ? "" : "転送先が受け取らなかった " + back + "通は、メールボックスに戻しました。";
        String putBackEn =
                back == 0 ? "" : " " + back + " that the target did not take were put back into the mailbox.";
        return Finding.cause("転送したメールを残さない設定です", "Forwarded mail is not kept")
                .only(explains ? Outcome.CAUSE : Outcome.SUSPICIOUS)
                .because(
                        "この期間に" + forwarded + "通が転送され、メールボックスには残っていません。" + putBack + "残す設定にすると、これから届くメールは両方に届きます。",
                        forwarded + " messages were forwarded and are not in the mailbox." + putBackEn
                                + " When a copy is kept, mail from now on is in both places.")
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
