// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import java.util.Optional;
import org.fumibako.doctor.Check;
import org.fumibako.doctor.Evidence;
import org.fumibako.doctor.Finding;
import org.fumibako.doctor.Patient;
import org.fumibako.doctor.Phrase;
import org.fumibako.doctor.Remedy;
import org.fumibako.registry.Directory;
import org.fumibako.registry.Directory.Recipient;

/** Whether there is such an account, and whether it may be used. */
public final class AccountExists implements Check {
    private final Directory directory;

    public AccountExists(Directory directory) {
        this.directory = directory;
    }

    @Override
    public String id() {
        return "account-exists";
    }

    @Override
    public Phrase subject() {
        return new Phrase("メールアカウントの有無", "The account exists");
    }

    @Override
    public Finding examine(Patient patient) {
        if (patient.account().isPresent()) {
            return patient.account().get().suspended()
                    ? suspended(patient)
                    : Finding.fine("メールアカウントは作成済みです", "The account exists and is active");
        }
        Recipient recipient = directory.resolve(patient.address());
        return switch (recipient) {
            case Recipient.Local alias -> alias(patient, alias);
            case Recipient.Remote _ -> elsewhere(patient);
            case Recipient.Suspended _ -> suspended(patient);
            case Recipient.Unknown _ -> missing(patient);
        };
    }

    private static Finding suspended(Patient patient) {
        return Finding.cause(patient.address() + " は停止中です", patient.address() + " is suspended")
                .because(
                        "停止中のメールアカウントは、送信も受信もログインもできません。停止を解除すると、すぐに使えるようになります。",
                        "A suspended account neither sends nor receives, and nobody can sign in. It works again as soon as the"
                                + " suspension is lifted.")
                .with(new Remedy.Screen(
                        new Phrase("メールアカウント設定を開く", "Open the mail accounts"),
                        new Phrase("停止の理由を確かめてから解除してください。", "Find out why it was suspended before you lift it."),
                        patient.panelPath("accounts")));
    }

    private static Finding alias(Patient patient, Recipient.Local alias) {
        String accounts = String.join(
                ", ",
                alias.accounts().stream()
                        .map(account -> account.address().toString())
                        .toList());
        return Finding.fine(patient.address() + " は別名です", patient.address() + " is an alias")
                .because(
                        "このアドレスあてのメールは " + accounts + " に届きます。ログインするときは届き先のアドレスを使います。",
                        "Mail for it goes to " + accounts + ". To sign in, use the address of that account.")
                .with(new Evidence(new Phrase("届き先", "Goes to"), Phrase.of(accounts)));
    }

    private static Finding elsewhere(Patient patient) {
        String domain = patient.address().domain().ascii();
        return Finding.cause(domain + " はこのサーバーにありません", domain + " is not on this server")
                .because(
                        "アドレスの綴りを確かめてください。正しければ、アカウントの管理画面でドメインを追加してください。",
                        "Check the spelling of the address. If it is right, add the domain in your account.")
                .with(new Remedy.Screen(new Phrase("ドメインを追加する", "Add a domain"), Phrase.of(""), "/portal"));
    }

    private static Finding missing(Patient patient) {
        return Finding.cause(patient.address() + " は作成されていません", "There is no account " + patient.address())
                .because(
                        "存在しないアドレスあてのメールは、送信元にエラーで返ります。綴りを確かめ、必要なら追加してください。",
                        "Mail for it is returned to the sender. Check the spelling, or add the account.")
                .with(new Remedy.Screen(
                        new Phrase("メールアカウントを追加する", "Add the account"), Phrase.of(""), patient.panelPath("accounts")));
    }

    /** Whether checks of what an account does make sense. */
    static Optional<Finding> needed(Patient patient) {
        return patient.account().isPresent()
                ? Optional.empty()
                : Optional.of(Finding.unknown("メールアカウントがないため対象外です", "There is no account to look at"));
    }
}
