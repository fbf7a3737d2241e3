// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import java.util.List;
import org.fumibako.delivery.RecipientReplies;
import org.fumibako.delivery.door.Doorkeeper;
import org.fumibako.doctor.Check;
import org.fumibako.doctor.Evidence;
import org.fumibako.doctor.Finding;
import org.fumibako.doctor.History.Happening;
import org.fumibako.doctor.Patient;
import org.fumibako.doctor.Phrase;
import org.fumibako.journal.JournalEvent.Refused;
import org.fumibako.journal.Protocol;

/** Mail for the address that was refused at the door, for whatever reason but a full mailbox or a greylist. */
public final class RefusedMail implements Check {
    private static final int NAMED = 5;

    @Override
    public String id() {
        return "refused-mail";
    }

    @Override
    public Phrase subject() {
        return new Phrase("受信を断ったメール", "Mail that was refused");
    }

    @Override
    public Finding examine(Patient patient) {
        List<Happening<Refused>> refused = of(patient).stream()
                .filter(one -> !isOverQuota(one.event()) && !one.event().reply().equals(Doorkeeper.TRY_AGAIN))
                .toList();
        Phrase period = patient.times().span(patient.history().since(), patient.now());
        if (refused.isEmpty()) {
            return Finding.fine("断ったメールはありません", "No mail was refused")
                    .because(period.ja() + "の記録を調べました。", "The record of " + period.en() + " was read.");
        }
        Finding finding = Finding.suspicious(refused.size() + "通の受信を断っています", refused.size() + " messages were refused")
                .because(
                        "送信元には理由つきのエラーメールが返っています。お探しのメールが下にあれば、それが届かなかった理由です。",
                        "The senders have been told why. If the message you miss is among these, this is why it did"
                                + " not arrive.");
        return (refused.stream().anyMatch(one -> isByPolicy(one.event()))
                        ? finding.and(
                                "「DMARC」とあるものは、差出人のドメインの方針（なりすましは受け取らない）に従って断りました。メーリングリストや転送を経たメールでも起きます。その場合は、メーリングリストの管理者に差出人の書き換え（From"
                                        + " の変更）を頼むか、差出人から直接送ってもらってください。",
                                "Where it says DMARC, the author's domain asks everybody to refuse mail that it cannot"
                                        + " be proved to have sent. That happens to mailing lists and forwarded mail too:"
                                        + " ask whoever runs the list to rewrite From, or have the author write to you"
                                        + " directly.")
                        : finding)
                .with(refused.stream()
                        .limit(NAMED)
                        .map(one -> line(patient, one))
                        .toList());
    }

    /** Refusals of mail that others sent, from other servers or from here. */
    static List<Happening<Refused>> of(Patient patient) {
        return patient.history().of(Refused.class).stream()
                .filter(one -> isIncoming(patient, one))
                .toList();
    }

    /** A refusal of somebody's mail to the patient; what the patient itself could not send from port 25 is another check's. */
    private static boolean isIncoming(Patient patient, Happening<Refused> one) {
        Protocol protocol = one.row().origin().protocol();
        boolean forPatient = patient.isFor(one.event().recipient());
        boolean byOthers = !patient.isFor(one.event().sender());
        boolean fromServers = protocol == Protocol.SMTP || protocol == Protocol.LMTP;
        return fromServers ? forPatient || byOthers : forPatient && byOthers;
    }

    private static boolean isByPolicy(Refused refused) {
        return refused.reply().text().contains("DMARC");
    }

    static boolean isOverQuota(Refused refused) {
        return refused.reply().text().contains(RecipientReplies.OVER_QUOTA.text());
    }

    static Evidence line(Patient patient, Happening<Refused> one) {
        String sender = one.event().sender().isEmpty() ? "<>" : one.event().sender();
        Phrase when = patient.times().at(one.at());
        return new Evidence(
                when,
                new Phrase(
                        sender + " から: " + one.event().reply(),
                        "from " + sender + ": " + one.event().reply()),
                List.of(Raw.line(
                        one.row(),
                        "MAIL FROM:<" + one.event().sender() + "> RCPT TO:<"
                                + one.event().recipient() + "> -> "
                                + one.event().reply())));
    }
}
