// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
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
import org.fumibako.journal.JournalEvent.Authenticated;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.filter.FilterPolicy;

/** What the spam filter made of the account's mail, and why: what got [SPAM], went to Junk, or was thrown away. */
public final class FilterVerdicts implements Check {
    private static final int NAMED = 5;
    private static final Duration UNDOABLE = Duration.ofDays(30);
    private static final String TAG = "[spam]";

    /** Points that the whitelist takes off. */
    private static final double LISTED = 100;

    private final Function<DomainName, FilterPolicy> policies;
    private final boolean asked;

    /**
     * For one of two complaints.
     *
     * @param policies what domains want of the filter
     * @param asked whether the complaint is about what the filter does, or only that something is missing
     */
    public FilterVerdicts(Function<DomainName, FilterPolicy> policies, boolean asked) {
        this.policies = policies;
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
        // What the blacklist caught is spoken of by another check.
        List<Happening<Judged>> spam = judged.stream()
                .filter(one -> !one.event().outcome().equals("wanted"))
                .filter(one -> !one.event().reasons().contains(BlockedSenders.REASON))
                .toList();
        if (spam.isEmpty()) {
            return unsuspected(patient, judged);
        }
        FilterPolicy policy =
                policies.apply(patient.account().orElseThrow().address().domain());
        return judge(patient, spam, policy)
                .with(spam.stream().limit(NAMED).map(one -> line(patient, one)).toList());
    }

    /** Whether nobody can find it any more. */
    static boolean isGone(Judged judged) {
        return judged.outcome().contains("delete");
    }

    private Finding unsuspected(Patient patient, List<Happening<Judged>> judged) {
        Optional<Happening<Judged>> tagged = judged.stream()
                .filter(one -> one.event().subject().toLowerCase(Locale.ROOT).contains(TAG))
                .filter(one -> one.event().outcome().equals("wanted"))
                .findFirst();
        if (asked && tagged.isPresent()) {
            return Finding.cause("[SPAM] は、届く前から件名に付いていました", "[SPAM] was in the subject before it came here")
                    .because(
                            "このサーバーのフィルタは迷惑メールと判定していません。送信元か、途中のサーバー（転送元など）が付けたものです。そちらの設定をご確認ください。",
                            "The filter here did not take it for spam. The sender's server, or one on the way such as"
                                    + " one that forwards, put it there: look at the settings of that one.")
                    .with(line(patient, tagged.get()));
        }
        return judged.isEmpty()
                ? Finding.unknown("迷惑メールフィルタの判定の記録がありません", "The spam filter has judged nothing")
                : Finding.fine(
                        judged.size() + "通を調べ、迷惑メールと判定したものはありません",
                        judged.size() + " messages were looked at, and none is spam");
    }

    private Finding judge(Patient patient, List<Happening<Judged>> spam, FilterPolicy policy) {
        List<Happening<Judged>> open = spam.stream()
                .filter(one -> !isAllowed(policy, one.event().sender()) || !wouldHelp(patient, one, policy))
                .toList();
        if (policy.isOff() || open.isEmpty()) {
            return Finding.suspicious(
                            "以前、" + spam.size() + "通を迷惑メールと判定しました",
                            "The filter took " + spam.size() + " messages for spam before")
                    .because(
                            policy.isOff()
                                    ? "いまは迷惑メールフィルタが OFF なので、これから届くメールは判定されません。"
                                    : "差出人はいまホワイトリストにあるので、これから届くメールは判定されません。",
                            policy.isOff()
                                    ? "The filter is off now, and nothing is judged any more."
                                    : "Their senders are on the whitelist now, and are not judged any more.");
        }
        boolean gone = open.stream().anyMatch(one -> isGone(one.event()));
        Happening<Judged> shown = gone
                ? open.stream().filter(one -> isGone(one.event())).findFirst().orElseThrow()
                : open.getFirst();
        Finding finding = found(patient, shown, policy, spam.size());
        if (asked && open.stream().noneMatch(one -> isTagged(one.event()))) {
            return finding.only(Outcome.SUSPICIOUS)
                    .and("件名に [SPAM] を付ける設定ではありませんでした。", "It did not put [SPAM] into subjects.");
        }
        return gone || asked ? finding : finding.only(Outcome.SUSPICIOUS);
    }

    private static boolean isTagged(Judged judged) {
        return judged.outcome().toLowerCase(Locale.ROOT).contains(TAG);
    }

    private static boolean isAllowed(FilterPolicy policy, String sender) {
        return EmailAddress.parse(sender)
                .filter(address -> policy.allows(List.of(address)))
                .isPresent();
    }

    /** The whitelist holds for a sender whom SPF proves, and takes {@link #LISTED} points off. */
    private static boolean wouldHelp(Patient patient, Happening<Judged> one, FilterPolicy policy) {
        boolean unproven = patient.history().of(Authenticated.class).stream()
                .filter(other ->
                        other.row().origin().session().equals(one.row().origin().session())
                                && other.event().sender().equals(one.event().sender()))
                .anyMatch(other -> !other.event().spf().startsWith("pass"));
        return !unproven && points(one.event()) - LISTED < policy.level().threshold();
    }

    private static double points(Judged judged) {
        try {
            return Double.parseDouble(judged.score());
        } catch (NumberFormatException unreadable) {
            return 0;
        }
    }

    private static Finding found(Patient patient, Happening<Judged> one, FilterPolicy policy, int messages) {
        Judged shown = one.event();
        Finding finding =
                Finding.cause(messages + "通を迷惑メールと判定しました", "The filter took " + messages + " messages for spam");
        if (!wouldHelp(patient, one, policy)) {
            return finding.because(
                            "差出人（" + shown.sender()
                                    + "）を SPF"
                                    + " で確認できないか、迷惑メールの特徴が強いため、ホワイトリストに加えても判定は変わりません。必要なメールなら、差出人に送信元の設定を直してもらうか、フィルタを弱めるか"
                                    + " OFF にしてください。ほんとうの迷惑メールなら、そのままで問題ありません。",
                            "SPF does not prove the sender (" + shown.sender()
                                    + "), or too much speaks for spam, so the whitelist would not help. If you want"
                                    + " the mail, have the sender put that right, or weaken the filter or switch it"
                                    + " off. If it is spam indeed, all is well.")
                    .with(open(patient));
        }
        boolean own = shown.sender()
                .toLowerCase(Locale.ROOT)
                .endsWith("@" + patient.address().domain().ascii());
        return finding.because(
                        (own ? "ご自身のドメインからの配信です。" : "")
                                + "必要なメールの差出人をホワイトリストに加えると、次から判定されません。フィルタを弱めるか、OFF"
                                + " にすることもできます。ほんとうの迷惑メールなら、そのままで問題ありません。",
                        (own ? "It came from your own domain. " : "")
                                + "Put senders whose mail you want on the whitelist, and it is not judged again. The"
                                + " filter can also be weakened or switched off. If it is spam indeed, all is well.")
                .with(remedy(patient, shown.sender()));
    }

    private static Remedy open(Patient patient) {
        return new Remedy.Screen(
                new Phrase("迷惑メールフィルタ設定を開く", "Open the spam filter"), Phrase.of(""), patient.panelPath("filter"));
    }

    private static Remedy remedy(Patient patient, String sender) {
        if (EmailAddress.parse(sender).isEmpty()) {
            return open(patient);
        }
        String entry = sender.toLowerCase(Locale.ROOT);
        String path = "/api/domains/" + patient.address().domain().ascii() + "/filter/allowed";
        String segment = URLEncoder.encode(entry, StandardCharsets.UTF_8).replace("+", "%20");
        return new Remedy.Call(
                new Phrase("「" + entry + "」をホワイトリストに加える", "Put \"" + entry + "\" on the whitelist"),
                new Phrase(
                        "この差出人から届くメールは、次から迷惑メールと判定されません。ご覧になりたいメールのときだけ加えてください。",
                        "From the next message on, mail from this sender is not taken for spam. Do this only if you"
                                + " want it."),
                "POST",
                path,
                Map.of("pattern", entry),
                Optional.empty(),
                Optional.of(new Remedy.Back("DELETE", path + "/" + segment, Map.of())),
                UNDOABLE);
    }

    private static Evidence line(Patient patient, Happening<Judged> one) {
        Judged judged = one.event();
        String sender = judged.sender().isEmpty() ? "<>" : judged.sender();
        return new Evidence(
                patient.times().at(one.at()),
                new Phrase(
                        sender + "　" + judged.subject() + "　" + judged.score() + "点（"
                                + Retold.of(judged.level()).ja() + "）",
                        sender + ", " + judged.subject() + ", " + judged.score() + " points (" + judged.level() + ")"),
                List.of(Raw.line(
                        one.row(),
                        judged.outcome() + " <" + judged.messageId() + "> " + judged.score() + ": "
                                + judged.reasons())));
    }
}
