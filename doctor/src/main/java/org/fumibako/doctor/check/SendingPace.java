// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.fumibako.doctor.Check;
import org.fumibako.doctor.Evidence;
import org.fumibako.doctor.Finding;
import org.fumibako.doctor.History.Happening;
import org.fumibako.doctor.Outcome;
import org.fumibako.doctor.Patient;
import org.fumibako.doctor.Phrase;
import org.fumibako.doctor.Remedy;
import org.fumibako.journal.JournalEvent.Refused;
import org.fumibako.journal.OutgoingEvent;
import org.fumibako.journal.Protocol;
import org.fumibako.registry.Paced;
import org.fumibako.registry.Pacing;
import org.fumibako.registry.Sending;

/** What our own submission refused: limits, senders that are not the account's, an account that was slowed down. */
public final class SendingPace implements Check {
    private static final Duration RECENT = Duration.ofDays(3);
    private static final int NAMED = 5;

    private final Pacing pacing;
    private final Sending sending;

    public SendingPace(Pacing pacing, Sending sending) {
        this.pacing = pacing;
        this.sending = sending;
    }

    @Override
    public String id() {
        return "sending-refused-here";
    }

    @Override
    public Phrase subject() {
        return new Phrase("このサーバーが止めた送信", "Sending that this server refused");
    }

    @Override
    public Finding examine(Patient patient) {
        Optional<Finding> none = AccountExists.needed(patient);
        if (none.isPresent()) {
            return none.get();
        }
        Optional<Paced> paced = pacing.of(patient.account().orElseThrow().id());
        if (paced.isPresent()) {
            return slowed(patient, paced.get());
        }
        List<Happening<Refused>> refused = patient.history().of(Refused.class).stream()
                .filter(one -> one.row().origin().protocol() == Protocol.SUBMISSION)
                .filter(one -> patient.isFor(one.event().sender())
                        || !patient.isFor(one.event().recipient()))
                .filter(one -> one.at().isAfter(patient.now().minus(RECENT)))
                .toList();
        if (refused.isEmpty()) {
            return Finding.fine("止めた送信はありません", "No sending was refused");
        }
        boolean sentSince = patient.history().of(OutgoingEvent.Queued.class).stream()
                .anyMatch(one -> one.row().id() > refused.getFirst().row().id());
        Finding finding = explained(refused.getFirst().event());
        boolean over = refused.getFirst().event().reply().isTransient()
                && sending.foresee(patient.account().orElseThrow(), 1).isEmpty();
        return (sentSince
                        ? finding.only(Outcome.SUSPICIOUS).and("そのあとは送信できています。", "Sending worked after that.")
                        : over
                                ? finding.only(Outcome.SUSPICIOUS)
                                        .and("いまは上限に達していません。", "The limit is not reached now.")
                                : finding)
                .with(refused.stream()
                        .limit(NAMED)
                        .map(one -> line(patient, one))
                        .toList());
    }

    private static Finding slowed(Patient patient, Paced paced) {
        return Finding.cause(
                        "送信を1時間に" + Pacing.PER_HOUR + "件までに抑えています",
                        "Sending is slowed down to " + Pacing.PER_HOUR + " recipients an hour")
                .because(
                        "不正利用の疑いがあるためです。パスワードを変更し、端末を確認してから、制限を解除してください。",
                        "Somebody else seems to use the account. Change its password, look at its devices, then lift"
                                + " the limit.")
                .with(new Evidence(patient.times().at(paced.since()), Retold.of(paced.why())))
                .with(new Remedy.Screen(
                        new Phrase("新しいパスワードを設定する", "Set a new password"),
                        Phrase.of(""),
                        patient.panelPath("accounts")));
    }

    private static Finding explained(Refused last) {
        if (last.reply().isTransient()) {
            return Finding.cause("送信数の上限に達しました", "The limit of messages was reached")
                    .because(
                            "時間がたつと、また送信できます。よく起きるときは、契約の送信数をご確認ください。",
                            "It works again after a while. If this happens often, look at the limits of your plan.");
        }
        Finding finding = Finding.cause("このサーバーが送信を断りました", "This server refused to send");
        String words = last.reply().toString();
        if (!last.recipient().isEmpty()) {
            return aboutRecipient(last);
        }
        if (words.contains("5.3.4")) {
            return finding.because(
                    "メールが大きすぎます。添付ファイルを小さくするか、分けて送ってください。",
                    "The message is too large. Make its attachments smaller, or send them in several messages.");
        }
        return words.contains("5.7.1")
                ? finding.because(
                        "メールソフトの差出人アドレスが、このアカウントのアドレスでも別名でもありません。差出人を直すか、別名を追加してください。",
                        "The sender's address in the mail program is neither the account's own nor one of its aliases."
                                + " Change it, or add the alias.")
                : finding.because("下の応答がその理由です。", "The answer below says why.");
    }

    /** A colleague on this server. */
    private static Finding aboutRecipient(Refused last) {
        String whom = last.recipient();
        String words = last.reply().toString();
        Finding finding = Finding.cause(whom + " あてのメールを受け付けられませんでした", "Mail for " + whom + " was not taken here");
        if (RefusedMail.isOverQuota(last)) {
            return finding.because(
                    "宛先はこのサーバーのアドレスで、容量がいっぱいです。相手の方に空きを作ってもらってから送り直してください。",
                    "It is an address on this server, and its mailbox is full. Send again when there is room.");
        }
        return words.contains("5.1.1")
                ? finding.because(
                        "宛先はこのサーバーのドメインですが、そのアドレスはありません。綴りを確かめてください。",
                        "Its domain is on this server, but there is no such address. Check its spelling.")
                : finding.because("下の応答がその理由です。", "The answer below says why.");
    }

    private static Evidence line(Patient patient, Happening<Refused> one) {
        return new Evidence(
                patient.times().at(one.at()),
                Raw.reply(one.event().reply()),
                List.of(Raw.line(
                        one.row(),
                        "MAIL FROM:<" + one.event().sender() + "> RCPT TO:<"
                                + one.event().recipient() + "> -> "
                                + one.event().reply())));
    }
}
