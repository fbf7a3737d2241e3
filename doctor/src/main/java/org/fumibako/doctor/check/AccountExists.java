// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import java.util.List;
import java.util.Optional;
import org.fumibako.doctor.Check;
import org.fumibako.doctor.Evidence;
import org.fumibako.doctor.Finding;
import org.fumibako.doctor.Patient;
import org.fumibako.doctor.Phrase;
import org.fumibako.doctor.Remedy;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Account;
import org.fumibako.registry.Alias;
import org.fumibako.registry.Customer;
import org.fumibako.registry.Directory.Recipient;
import org.fumibako.registry.Domain;
import org.fumibako.registry.Registry;

/** Whether there is such an account, and whether it may be used. */
public final class AccountExists implements Check {
    private final Registry registry;

    public AccountExists(Registry registry) {
        this.registry = registry;
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
        if (patient.account().isPresent() && !patient.isAlias()) {
            return patient.account().get().suspended()
                    ? suspended(patient)
                    : Finding.fine("メールアカウントは作成済みです", "The account exists and is active");
        }
        Recipient recipient = registry.resolve(patient.address());
        return switch (recipient) {
            case Recipient.Local alias -> alias(patient, alias);
            case Recipient.Remote _ -> elsewhere(patient);
            case Recipient.Suspended _ -> suspended(patient);
            case Recipient.Unknown _ -> missing(patient);
        };
    }

    /** Whoever is suspended: the contract, the domain, the account, or all those behind an alias. */
    private Finding suspended(Patient patient) {
        Optional<Domain> domain = registry.domains().find(patient.address().domain());
        boolean contract = domain.stream()
                .flatMap(found -> registry.customers().list().stream()
                        .filter(customer -> customer.id().equals(found.customer())))
                .anyMatch(Customer::suspended);
        if (contract) {
            return Finding.cause("ご契約が停止中です", "The customer is suspended")
                    .because(
                            "ご契約が停止している間は、すべてのドメインで送信も受信もログインもできません。お支払いの状況などをサポートへご確認ください。",
                            "While a customer is suspended no account of any of its domains sends, receives or lets"
                                    + " anybody in. Ask support for the reason; it may be about payment.")
                    .with(standing(patient.address().toString(), patient));
        }
        if (domain.filter(Domain::suspended).isPresent()) {
            String name = patient.address().domain().ascii();
            return Finding.cause(name + " は停止中です", "The domain " + name + " is suspended")
                    .because(
                            "ドメインが停止している間は、そのドメインのすべてのアドレスで送信も受信もログインもできません。停止の理由をサポートへご確認ください。",
                            "While a domain is suspended none of its addresses sends, receives or lets anybody in. Ask"
                                    + " support why.")
                    .with(standing(name, patient));
        }
        Optional<Alias> alias = registry.aliases().find(patient.address());
        return alias.isPresent() ? allSuspended(patient, alias.get()) : accountSuspended(patient);
    }

    private static Evidence standing(String what, Patient patient) {
        return new Evidence(
                Phrase.of(what), patient.times().at(patient.now()).then(new Phrase(" 現在: 停止中", "suspended")));
    }

    private static Finding allSuspended(Patient patient, Alias alias) {
        String targets = named(alias.targets());
        return Finding.cause(
                        "別名 " + patient.address() + " の届け先が停止中です",
                        "Where the alias " + patient.address() + " leads is suspended")
                .because(
                        "この別名あてのメールは " + targets + " に届きますが、停止中のため送信元にエラーで返ります。",
                        "Mail for it goes to " + targets
                                + ", which takes none while it is suspended; senders get an error.")
                .with(new Evidence(new Phrase("届け先", "Leads to"), Phrase.of(targets)))
                .with(accounts(patient));
    }

    private static Remedy accounts(Patient patient) {
        return new Remedy.Screen(
                new Phrase("メールアカウント設定を開く", "Open the mail accounts"),
                new Phrase("停止の理由を確かめてから解除してください。", "Find out why it was suspended before you lift it."),
                patient.panelPath("accounts"));
    }

    private static Finding accountSuspended(Patient patient) {
        return Finding.cause(patient.address() + " は停止中です", patient.address() + " is suspended")
                .because(
                        "停止中のメールアカウントは、送信も受信もログインもできません。停止を解除すると、すぐに使えるようになります。",
                        "A suspended account neither sends nor receives, and nobody can sign in. It works again as"
                                + " soon as the suspension is lifted.")
                .with(standing(patient.address().toString(), patient))
                .with(accounts(patient));
    }

    private Finding alias(Patient patient, Recipient.Local alias) {
        String open = named(alias.accounts().stream().map(Account::address).toList());
        List<EmailAddress> closed =
                registry.aliases().find(patient.address()).map(Alias::targets).orElse(List.of()).stream()
                        .filter(target -> alias.accounts().stream()
                                .noneMatch(account -> account.address().key().equals(target.key())))
                        .toList();
        Finding finding = closed.isEmpty()
                ? Finding.fine(patient.address() + " は別名です", patient.address() + " is an alias")
                        .because(
                                "このアドレスあてのメールは " + open + " に届きます。ログインするときは届き先のアドレスを使います。",
                                "Mail for it goes to " + open + ". To sign in, use the address of that account.")
                : Finding.suspicious("別名の届け先の一部が停止中です", "Some of the accounts behind the alias are suspended")
                        .because(
                                "このアドレスあてのメールは " + open + " に届きますが、停止中の " + named(closed) + " には届きません。",
                                "Mail for it goes to " + open + ", but not to " + named(closed)
                                        + ", which is suspended.")
                        .with(accounts(patient));
        Finding shown = finding.with(new Evidence(new Phrase("届き先", "Goes to"), Phrase.of(open)));
        return alias.accounts().size() == 1
                ? shown
                : shown.with(new Evidence(
                        new Phrase("ほかの項目", "The other checks"),
                        new Phrase(
                                "届き先が複数あるため、それぞれのアドレスを指定して診断してください",
                                "there are several accounts behind it: examine each by its own address")));
    }

    private static String named(List<EmailAddress> addresses) {
        return String.join(", ", addresses.stream().map(EmailAddress::toString).toList());
    }

    private static Finding elsewhere(Patient patient) {
        String domain = patient.address().domain().ascii();
        return Finding.cause(domain + " はこのサーバーにありません", domain + " is not on this server")
                .because(
                        "アドレスの綴りを確かめてください。正しければ、アカウントの管理画面でドメインを追加してください。",
                        "Check the spelling of the address. If it is right, add the domain in your account.")
                .with(new Remedy.Screen(new Phrase("ドメインを追加する", "Add a domain"), Phrase.of(""), "/"));
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
