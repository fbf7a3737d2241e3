// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fumibako.dns.DnsName;
import org.fumibako.doctor.Check;
import org.fumibako.doctor.Evidence;
import org.fumibako.doctor.Finding;
import org.fumibako.doctor.Patient;
import org.fumibako.doctor.Phrase;
import org.fumibako.doctor.Remedy;
import org.fumibako.journal.Journal;
import org.fumibako.journal.JournalEvent;
import org.fumibako.journal.JournalQuery;
import org.fumibako.journal.JournalQuery.About;
import org.fumibako.registry.RegistryException;
import org.fumibako.registry.zone.NameServerState;
import org.fumibako.registry.zone.NameServerWatch;

/** Whether the domain's name servers are ours, and since when: a change is seen everywhere after 24 hours. */
public final class NameServers implements Check {
    /** What DNS said longer ago it does not say now. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private static final String CHANGE = "name servers are now";
    private static final int ROWS = 100;

    private final NameServerWatch watch;
    private final Journal journal;

    /** @param journal tells of changes that were seen: since when is known of no others */
    public NameServers(NameServerWatch watch, Journal journal) {
        this.watch = watch;
        this.journal = journal;
    }

    @Override
    public String id() {
        return "name-servers";
    }

    @Override
    public Phrase subject() {
        return new Phrase("ネームサーバー", "Name servers");
    }

    @Override
    public Finding examine(Patient patient) {
        Optional<NameServerState> state;
        try {
            state = watch.check(patient.address().domain());
        } catch (RegistryException notHere) {
            return Finding.unknown("このドメインは登録されていません", "The domain is not registered here");
        }
        if (state.isEmpty()) {
            return Finding.unknown("DNS が応答しませんでした", "DNS did not answer");
        }
        if (state.get().checked().isBefore(patient.now().minus(FRESH))) {
            return Finding.unknown("DNS が応答しませんでした", "DNS did not answer")
                    .because(
                            "いまのネームサーバーは確かめられません。下は、最後に確認できたときのものです。",
                            "What the name servers are now cannot be told. Below is what they were when DNS last"
                                    + " answered.")
                    .with(evidence(patient, state.get()));
        }
        return judge(patient, state.get()).with(evidence(patient, state.get()));
    }

    /** Whether it was seen to change, and not only looked at for the first time. */
    private boolean isChange(Patient patient, NameServerState state) {
        About about = new About.OfAddress(patient.address().domain().ascii());
        JournalQuery query = new JournalQuery(Optional.of(about), state.since().minus(FRESH), true, ROWS);
        return journal.read(query).stream()
                .anyMatch(row -> row.event() instanceof JournalEvent.DnsChanged changed
                        && changed.what().startsWith(CHANGE));
    }

    private Finding judge(Patient patient, NameServerState state) {
        return switch (state.standing()) {
            case OURS ->
                state.isSettling(patient.now())
                        ? isChange(patient, state) ? settling(patient, state) : firstSeen(patient, state)
                        : Finding.fine("ネームサーバーはこのサービスのものです", "The name servers are ours");
            case PARTLY_OURS ->
                Finding.suspicious("ネームサーバーの一部だけがこのサービスのものです", "Only some of the name servers are ours")
                        .because(
                                "問い合わせるたびに答えが変わることがあります。すべてそろえてください。",
                                "Answers may differ from one question to the next. Set all of them.")
                        .with(open(patient));
            case ELSEWHERE ->
                Finding.fine("ネームサーバーは他社のものです", "The name servers are somebody else's")
                        .because(
                                "DNS は他社で管理されています。MX などの値が合っていれば、メールは届きます。",
                                "DNS is managed elsewhere. Mail arrives as long as MX and the other records are right"
                                        + " there.");
            case NOT_DELEGATED ->
                Finding.cause(
                                patient.address().domain() + " が DNS にありません",
                                patient.address().domain() + " is not in DNS")
                        .because(
                                "ドメインが取得されていないか、期限が切れているか、ネームサーバーが設定されていません。",
                                "The domain was never registered, has expired, or has no name servers.")
                        .with(open(patient));
        };
    }

    private static Finding firstSeen(Patient patient, NameServerState state) {
        Phrase when = patient.times().at(state.since());
        return Finding.fine("ネームサーバーはこのサービスのものです", "The name servers are ours")
                .because(
                        "確認を始めたのは " + when.ja() + " です。それより前の変更はわかりません。変更してから24時間たっていなければ、届かないメールがあります。",
                        "They were first looked at on " + when.en()
                                + ", and what was before is not known. If you changed them less"
                                + " than 24 hours ago, some mail does not arrive yet.");
    }

    private static Finding settling(Patient patient, NameServerState state) {
        Phrase until = patient.times().at(state.since().plus(NameServerState.SETTLING));
        return Finding.suspicious("ネームサーバーの変更から24時間たっていません", "The name servers were changed less than 24 hours ago")
                .because(
                        "世界中に伝わるまで、届かないメールがあります。" + until.ja() + " ごろまでお待ちください。",
                        "Until everybody has seen the change some mail does not arrive. Wait until about " + until.en()
                                + ".");
    }

    private static Remedy open(Patient patient) {
        return new Remedy.Screen(
                new Phrase("ネームサーバーの設定を開く", "Open the name servers"), Phrase.of(""), patient.panelPath("name-servers"));
    }

    private static Evidence evidence(Patient patient, NameServerState state) {
        String servers = state.servers().isEmpty()
                ? "-"
                : state.servers().stream().map(DnsName::toString).collect(Collectors.joining(", "));
        Phrase since = patient.times().at(state.since());
        return new Evidence(
                new Phrase("現在の設定", "At present"),
                new Phrase(servers + "（" + since.ja() + " から）", servers + ", since " + since.en()));
    }
}
