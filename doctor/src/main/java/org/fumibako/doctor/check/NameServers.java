// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import java.util.Optional;
import java.util.stream.Collectors;
import org.fumibako.dns.DnsName;
import org.fumibako.doctor.Check;
import org.fumibako.doctor.Evidence;
import org.fumibako.doctor.Finding;
import org.fumibako.doctor.Patient;
import org.fumibako.doctor.Phrase;
import org.fumibako.doctor.Remedy;
import org.fumibako.registry.RegistryException;
import org.fumibako.registry.zone.NameServerState;
import org.fumibako.registry.zone.NameServerWatch;

/** Whether the domain's name servers are ours, and since when: a change is seen everywhere after 24 hours. */
public final class NameServers implements Check {
    private final NameServerWatch watch;

    public NameServers(NameServerWatch watch) {
        this.watch = watch;
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
        return judge(patient, state.get()).with(evidence(patient, state.get()));
    }

    private static Finding judge(Patient patient, NameServerState state) {
        return switch (state.standing()) {
            case OURS ->
                state.isSettling(patient.now())
                        ? settling(patient, state)
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
                                "DNS is managed elsewhere. Mail arrives as long as MX and the other records are right there.");
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
