// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import java.io.IOException;
import java.util.Optional;
import org.fumibako.delivery.dkim.Signing;
import org.fumibako.doctor.Check;
import org.fumibako.doctor.Evidence;
import org.fumibako.doctor.Finding;
import org.fumibako.doctor.Patient;
import org.fumibako.doctor.Phrase;
import org.fumibako.journal.OutgoingEvent.Delivered;
import org.fumibako.model.Content;
import org.fumibako.registry.Account;
import org.fumibako.registry.Sending;
import org.fumibako.registry.Sending.Exceeded;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether webmail can send now, which is the first fork of the road: if it can, the server is well and the mail program is not. */
public final class SendsNow implements Check {
    private static final Logger LOG = LoggerFactory.getLogger(SendsNow.class);

    private final Sending sending;
    private final Signing signing;
    private final Probe probe;

    /** @param signing as mail that is sent is signed */
    public SendsNow(Sending sending, Signing signing, Probe probe) {
        this.sending = sending;
        this.signing = signing;
        this.probe = probe;
    }

    @Override
    public String id() {
        return "sends-now";
    }

    @Override
    public Phrase subject() {
        return new Phrase("WEBメールからの送信", "Sending from webmail");
    }

    @Override
    public Finding examine(Patient patient) {
        Optional<Finding> none = AccountExists.needed(patient);
        if (none.isPresent()) {
            return none.get();
        }
        Account account = patient.account().orElseThrow();
        if (account.suspended()) {
            return Finding.unknown("停止中のため送信できません", "A suspended account cannot send");
        }
        return sending.foresee(account, 1).map(SendsNow::limited).orElseGet(() -> probe(patient, account));
    }

    /** Sends what webmail would, to the account itself: counted against no limit, and removed again. */
    private Finding probe(Patient patient, Account account) {
        Probe.Letter letter = Probe.Letter.from(account.address());
        try {
            Content plain = Content.of(letter.octets());
            if (!signing.isReady(plain)) {
                return Finding.cause("DKIM の鍵を作っているため、まだ送信できません", "Nothing can be sent before the DKIM keys are made")
                        .because("ドメインを追加した直後です。1分ほどお待ちください。", "The domain is new. Wait a minute.")
                        .with(new Evidence(
                                new Phrase("ドメイン", "Domain"),
                                Phrase.of(account.address().domain().toString())));
            }
            Probe.Result result = probe.deliver(account, account.address(), letter, signing.sign(plain));
            Evidence answer = new Evidence(new Phrase("試験用のメール", "Test message"), Raw.reply(result.reply()));
            if (result.taken()) {
                return open(patient).with(answer);
            }
            // A mailbox that takes nothing does not keep anybody from sending.
            return result.reply().isTransient()
                    ? Finding.cause("いまWEBメールから送信できません", "Webmail cannot send now")
                            .because(
                                    "試験用のメールを送れませんでした。サーバー側の問題です。サポートへご連絡ください。",
                                    "A test message could not be sent, for a reason on this server. Ask support.")
                            .with(answer)
                    : open(patient)
                            .and(
                                    "（自分あての試験用メールは、受信側の理由で届きませんでした。）",
                                    "(The test message to the account itself was not taken, for a reason on the"
                                            + " receiving side.)")
                            .with(answer);
        } catch (IOException unreadable) {
            LOG.error("the probe could not be signed", unreadable);
            return Finding.unknown("試験用のメールを作れませんでした", "The test message could not be made");
        }
    }

    private static Finding limited(Exceeded exceeded) {
        boolean hour = exceeded.window().toHours() <= 1;
        return Finding.cause("送信数の上限に達しています", "The limit of messages is reached")
                .because("時間がたつと、また送信できます。", "It works again after a while.")
                .with(new Evidence(
                        new Phrase("上限", "Limit"),
                        new Phrase(
                                (hour ? "1時間に " : "1日に ") + exceeded.limit() + "件",
                                exceeded.limit() + " recipients " + (hour ? "an hour" : "a day"))));
    }

    private static Finding open(Patient patient) {
        Finding finding = Finding.fine("WEBメールから送信できる状態です", "Webmail can send")
                .because(
                        "送信を許可されていて、上限にも達していません。署名した試験用のメールを1通送り、すぐに消しました。WEBメールで送れてメールソフトで送れないときは、メールソフトの設定（ポート番号、サーバー名、SMTP認証）か、パソコンのセキュリティソフトが原因です。",
                        "The account may send and has not reached a limit. A signed test message was sent and removed"
                                + " again. If webmail sends and the mail program does not, look at its settings (port,"
                                + " server name, authentication) or the security software on the computer.");
        return patient.history().of(Delivered.class).stream()
                .findFirst()
                .map(last -> finding.with(new Evidence(
                        new Phrase("最後に届いたメール", "Last delivered"),
                        SignIns.join(
                                patient.times().at(last.at()),
                                Phrase.of(last.event().recipient().toString())))))
                .orElse(finding);
    }
}
