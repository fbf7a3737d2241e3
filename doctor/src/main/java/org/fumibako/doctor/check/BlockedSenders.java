// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.fumibako.doctor.Check;
import org.fumibako.doctor.Evidence;
import org.fumibako.doctor.Finding;
import org.fumibako.doctor.History.Happening;
import org.fumibako.doctor.Outcome;
import org.fumibako.doctor.Patient;
import org.fumibako.doctor.Phrase;
import org.fumibako.doctor.Remedy;
import org.fumibako.journal.FilterEvent.Judged;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.filter.FilterPolicy;
import org.fumibako.registry.filter.SenderPattern;

/** Whether mail was taken for spam only because its sender is on the domain's own list of unwanted senders. */
public final class BlockedSenders implements Check {
    static final String REASON = "BLOCKED_SENDER";
    private static final Duration UNDOABLE = Duration.ofDays(30);
    private static final int NAMED = 5;

    private final Function<DomainName, FilterPolicy> policies;
    private final boolean asked;

    /**
     * For one of two complaints.
     *
     * @param policies what domains want of the filter
     * @param asked whether the complaint is about what the filter does, or only that something is missing: what is gone explains that
     */
    public BlockedSenders(Function<DomainName, FilterPolicy> policies, boolean asked) {
        this.policies = policies;
        this.asked = asked;
    }

    @Override
    public String id() {
        return "blocked-senders";
    }

    @Override
    public Phrase subject() {
        return new Phrase("ブラックリスト", "The blacklist");
    }

    @Override
    public Finding examine(Patient patient) {
        Optional<Finding> none = AccountExists.needed(patient);
        if (none.isPresent()) {
            return none.get();
        }
        List<Happening<Judged>> blocked = patient.history().of(Judged.class).stream()
                .filter(one -> one.event().reasons().contains(REASON))
                .filter(one -> !one.event().outcome().equals("wanted"))
                .toList();
        if (blocked.isEmpty()) {
            return Finding.fine("ブラックリストに当たったメールはありません", "No message came from a sender on the blacklist");
        }
        return judge(patient, blocked)
                .with(blocked.stream()
                        .limit(NAMED)
                        .map(one -> line(patient, one.event(), one))
                        .toList());
    }

    private Finding judge(Patient patient, List<Happening<Judged>> blocked) {
        List<SenderPattern> list = policies.apply(patient.address().domain()).blocked();
        if (list.isEmpty()) {
            return Finding.fine("ブラックリストはもう空です", "The blacklist is empty by now");
        }
        List<Happening<Judged>> worst = blocked.stream()
                .sorted(Comparator.comparing(one -> !FilterVerdicts.isGone(one.event())))
                .toList();
        for (Happening<Judged> one : worst) {
            Optional<SenderPattern> entry = entryFor(list, one.event().sender());
            if (entry.isPresent()) {
                Finding finding = stillListed(patient, one.event().sender(), entry.get());
                return asked || FilterVerdicts.isGone(one.event()) ? finding : finding.only(Outcome.SUSPICIOUS);
            }
        }
        // The list may have matched the author whom the message names, which the journal does not keep.
        return Finding.suspicious(
                        "ブラックリストの差出人からのメールがありました", "Mail came from a sender who was on the blacklist at the time")
                .because(
                        "届いたときの封筒の差出人は、いまのブラックリストにはありません。必要なメールなら、一覧を確かめてください。",
                        "The sender of its envelope is not on the list now. If the mail is wanted, look through the"
                                + " list.")
                .with(new Remedy.Screen(
                        new Phrase("ブラックリストを開く", "Open the blacklist"), Phrase.of(""), patient.panelPath("filter")));
    }

    private static Optional<SenderPattern> entryFor(List<SenderPattern> list, String sender) {
        return EmailAddress.parse(sender)
                .flatMap(address ->
                        list.stream().filter(entry -> entry.matches(address)).findFirst());
    }

    private static Finding stillListed(Patient patient, String sender, SenderPattern entry) {
        return Finding.cause(sender + " はブラックリストに登録されています", sender + " is on the blacklist")
                .because(
                        "ブラックリストの「" + entry + "」に当たるメールは、内容にかかわらず迷惑メールとして扱います。必要な差出人なら、ブラックリストから外してください。",
                        "Whatever matches \"" + entry
                                + "\" on the blacklist is treated as spam, whatever is in it. If you want"
                                + " mail from there, take it off the list.")
                .with(remedy(patient, entry));
    }

    private static Remedy remedy(Patient patient, SenderPattern entry) {
        String path = "/api/domains/" + patient.address().domain().ascii() + "/filter/blocked";
        String segment = URLEncoder.encode(entry.text(), StandardCharsets.UTF_8).replace("+", "%20");
        return new Remedy.Call(
                new Phrase("ブラックリストから「" + entry + "」を外す", "Take \"" + entry + "\" off the blacklist"),
                new Phrase(
                        "次に届くメールから、ほかのメールと同じように判定されます。すでに届いたメールは動きません。",
                        "From the next message on it is judged as all mail is. Mail that is here already stays where"
                                + " it is."),
                "DELETE",
                path + "/" + segment,
                Map.of(),
                Optional.empty(),
                Optional.of(new Remedy.Back("POST", path, Map.of("pattern", entry.text()))),
                UNDOABLE);
    }

    private static Evidence line(Patient patient, Judged judged, Happening<Judged> one) {
        String sender = judged.sender().isEmpty() ? "<>" : judged.sender();
        return new Evidence(
                patient.times().at(one.at()),
                new Phrase(sender + "　" + judged.subject(), sender + ", " + judged.subject()),
                List.of(Raw.line(one.row(), judged.outcome() + " <" + judged.messageId() + "> " + judged.reasons())));
    }
}
