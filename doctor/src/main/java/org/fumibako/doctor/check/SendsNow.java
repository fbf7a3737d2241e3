// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import java.util.Optional;
import org.fumibako.doctor.Check;
import org.fumibako.doctor.Evidence;
import org.fumibako.doctor.Finding;
import org.fumibako.doctor.Patient;
import org.fumibako.doctor.Phrase;
import org.fumibako.journal.OutgoingEvent.Delivered;
import org.fumibako.registry.Account;
import org.fumibako.registry.Sending;
import org.fumibako.registry.Sending.Exceeded;

/** Whether webmail can send now, which is the first fork of the road: if it can, the server is well and the mail program is not. */
public final class SendsNow implements Check {
    private final Sending sending;

    public SendsNow(Sending sending) {
        this.sending = sending;
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
        return sending.foresee(account, 1).map(SendsNow::limited).orElseGet(() -> open(patient));
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
                        "アカウントは送信を許可されていて、上限にも達していません。WEBメールで送れてメールソフトで送れないときは、メールソフトの設定（ポート番号、サーバー名、SMTP認証）か、パソコンのセキュリティソフトが原因です。",
                        "The account may send and has not reached a limit. If webmail sends and the mail program does not, look at"
                                + " its settings (port, server name, authentication) or the security software on the computer.");
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
