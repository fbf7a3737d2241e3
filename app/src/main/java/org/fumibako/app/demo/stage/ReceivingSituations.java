// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.demo.stage;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.fumibako.doctor.Symptom;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Account;
import org.fumibako.registry.filter.FilterAction;
import org.fumibako.registry.filter.FilterLevel;
import org.fumibako.registry.filter.FilterPolicies;
import org.fumibako.registry.filter.SenderPattern;

/** Mail that does not come, or does not stay: E2 to E5, E11 to E13. */
final class ReceivingSituations {
    private static final String SHOP = "shop@elsewhere.test";
    private static final int NEARLY_A_MEGABYTE = 1_040_000;

    /** Whose mail SPF proves when it comes from there. */
    private static final String GMAIL = "127.0.0.11";

    private static final String NEWS = "news@gmail.test";

    private ReceivingSituations() {}

    static List<Situation> all() {
        return List.of(
                new Situation(
                        Symptom.E2,
                        "no-account",
                        "account-exists",
                        "Mail goes to an address that was never made.",
                        (scene, name) -> name + "@" + scene.home()),
                new Situation(
                        Symptom.E2,
                        "not-kept",
                        "forwarded-away",
                        "Mail is forwarded, and no copy is kept (残さない).",
                        ReceivingSituations::forwarded),
                new Situation(
                        Symptom.E2, "rule", "sorted-away", "A rule throws mail away.", ReceivingSituations::discarded),
                new Situation(
                        Symptom.E2,
                        "to-trash",
                        "sorted-away",
                        "A rule puts mail into Trash.",
                        ReceivingSituations::intoTrash),
                new Situation(
                        Symptom.E2,
                        "deleted-as-spam",
                        "blocked-senders",
                        "The sender is on the blacklist, and spam is deleted.",
                        ReceivingSituations::deletedAsSpam),
                new Situation(
                        Symptom.E2,
                        "alias-full",
                        "room-left",
                        "Mail goes to an alias of an account whose mailbox is full.",
                        ReceivingSituations::aliasOfFull),
                new Situation(
                        Symptom.E2,
                        "domain-suspended",
                        "account-exists",
                        "The whole domain is suspended.",
                        ReceivingSituations::domainSuspended),
                new Situation(
                        Symptom.E3, "full", "room-left", "The mailbox is full.", (scene, name) -> full(scene, name)),
                new Situation(
                        Symptom.E4,
                        "was-full",
                        "refused-while-full",
                        "The mailbox was full, and there is room again.",
                        ReceivingSituations::wasFull),
                new Situation(
                        Symptom.E5,
                        "newsletter",
                        "filter-verdicts",
                        "A message is taken for spam and marked [SPAM].",
                        ReceivingSituations::marked),
                new Situation(
                        Symptom.E5,
                        "blacklisted",
                        "blocked-senders",
                        "The sender is on the blacklist of the domain.",
                        ReceivingSituations::blacklisted),
                new Situation(
                        Symptom.E5,
                        "tagged-before",
                        "filter-verdicts",
                        "Another server had put [SPAM] into the subject.",
                        ReceivingSituations::taggedBefore),
                new Situation(
                        Symptom.E11,
                        "full",
                        "room-left",
                        "Senders are told that the mailbox is full.",
                        (scene, name) -> full(scene, name)),
                new Situation(
                        Symptom.E12,
                        "seven-days",
                        "purged-from-trash",
                        "What was moved to Trash is gone after 7 days.",
                        ReceivingSituations::purged),
                new Situation(
                        Symptom.E12,
                        "emptied",
                        "removed-by-imap",
                        "A telephone emptied the Trash.",
                        ReceivingSituations::emptied),
                new Situation(
                        Symptom.E13,
                        "folder",
                        "removed-by-imap",
                        "A folder was deleted with the mail in it.",
                        ReceivingSituations::folderDeleted),
                new Situation(
                        Symptom.E13,
                        "pop",
                        "removed-by-pop",
                        "A POP program deletes what it has fetched.",
                        ReceivingSituations::popped),
                new Situation(
                        Symptom.E13,
                        "imap",
                        "removed-by-imap",
                        "A telephone deletes mail in the inbox.",
                        ReceivingSituations::expunged),
                new Situation(
                        Symptom.E13,
                        "not-kept",
                        "forwarded-away",
                        "Mail is forwarded, and no copy is kept (残さない).",
                        ReceivingSituations::forwarded));
    }

    private static Account reached(Scene scene, String name) throws IOException {
        Account account = scene.account(name);
        scene.receive(SHOP, account, Scene.letter(SHOP, account.address().toString(), "Your order", 0));
        return account;
    }

    private static String forwarded(Scene scene, String name) throws IOException {
        Account account = scene.account(name);
        Account target = scene.account(name + "-target");
        scene.server().registry().forwards().add(account.address(), target.address(), Scene.STAGE);
        scene.server().registry().forwards().keep(account.address(), false, Scene.STAGE);
        scene.receive(SHOP, account, Scene.letter(SHOP, account.address().toString(), "Your order", 0));
        return account.address().toString();
    }

    private static String discarded(Scene scene, String name) throws IOException {
        return ruled(scene, name, "if header :contains \"subject\" \"order\" { discard; stop; }\r\n");
    }

    private static String intoTrash(Scene scene, String name) throws IOException {
        return ruled(scene, name, "require \"fileinto\"; fileinto \"Trash\";\r\n");
    }

    private static String ruled(Scene scene, String name, String script) throws IOException {
        EmailAddress address = scene.account(name).address();
        scene.server().registry().scripts().put(address, "rules", script, Scene.STAGE);
        scene.server().registry().scripts().activate(address, Optional.of("rules"), Scene.STAGE);
        Account account = scene.server().registry().accounts().find(address).orElseThrow();
        scene.receive(SHOP, account, Scene.letter(SHOP, address.toString(), "Your order", 0));
        return address.toString();
    }

    private static String full(Scene scene, String name) throws IOException {
        Account account = scene.account(name, scene.home(), 1);
        String to = account.address().toString();
        scene.receive(SHOP, account, Scene.letter(SHOP, to, "Photographs", NEARLY_A_MEGABYTE));
        try (Line line = scene.stranger()) {
            line.say("MAIL FROM:<" + SHOP + "> SIZE=90000").reply();
            line.say("RCPT TO:<" + to + ">").reply();
        }
        return to;
    }

    private static String wasFull(Scene scene, String name) throws IOException {
        String address = full(scene, name);
        scene.read(
                address,
                Scene.PASSWORD,
                "Desk",
                Optional.empty(),
                "SELECT INBOX",
                "STORE 1:* +FLAGS.SILENT (\\Deleted)",
                "EXPUNGE");
        return address;
    }

    private static String marked(Scene scene, String name) throws IOException {
        var domain = scene.domain(name);
        scene.server().registry().filters().set(domain, FilterLevel.STRICTEST, FilterAction.KEEP, true, Scene.STAGE);
        Account account = scene.account("reader", domain, 10);
        String to = account.address().toString();
        String form = Scene.letter(NEWS, to, "News", 0)
                        .replace(
                                "\r\n\r\n",
                                "\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=us-ascii\r\n\r\n")
                + "<form action=\"http://gmail.test/\">Password: <input type=\"password\"></form>\r\n";
        scene.receiveFrom(GMAIL, NEWS, account, form);
        return to;
    }

    private static String taggedBefore(Scene scene, String name) throws IOException {
        Account account = scene.account(name);
        String to = account.address().toString();
        scene.receive("news@elsewhere.test", account, Scene.letter("news@elsewhere.test", to, "[SPAM] News", 0));
        return to;
    }

    private static String aliasOfFull(Scene scene, String name) throws IOException {
        EmailAddress full = EmailAddress.of(full(scene, name + "-account"));
        EmailAddress alias = new EmailAddress(name, scene.home());
        scene.server().registry().aliases().add(alias, List.of(full), Scene.STAGE);
        return alias.toString();
    }

    private static String domainSuspended(Scene scene, String name) {
        var domain = scene.domain(name);
        Account account = scene.account("reader", domain, 10);
        scene.server().registry().domains().suspend(domain, true, Scene.STAGE);
        return account.address().toString();
    }

    private static String deletedAsSpam(Scene scene, String name) throws IOException {
        return blacklisted(scene, name, FilterAction.DELETE);
    }

    private static String blacklisted(Scene scene, String name) throws IOException {
        return blacklisted(scene, name, FilterAction.JUNK);
    }

    private static String blacklisted(Scene scene, String name, FilterAction action) throws IOException {
        var domain = scene.domain(name);
        scene.server().registry().filters().set(domain, FilterLevel.STANDARD, action, true, Scene.STAGE);
        scene.server()
                .registry()
                .filters()
                .add(domain, FilterPolicies.Kind.BLOCK, SenderPattern.parse("*@elsewhere.test"), Scene.STAGE);
        Account account = scene.account("reader", domain, 10);
        String to = account.address().toString();
        scene.receive(SHOP, account, Scene.letter(SHOP, to, "Your order", 0));
        return to;
    }

    private static String purged(Scene scene, String name) throws IOException {
        Account account = reached(scene, name);
        scene.read(
                account.address().toString(), Scene.PASSWORD, "Desk", Optional.empty(), "SELECT INBOX", "MOVE 1 Trash");
        // The sweeper of in a week.
        scene.server().store().purgeTrash(Instant.now().plus(1, ChronoUnit.MINUTES));
        return account.address().toString();
    }

    private static String popped(Scene scene, String name) throws IOException {
        Account account = reached(scene, name);
        scene.popAndDelete(account);
        return account.address().toString();
    }

    private static String emptied(Scene scene, String name) throws IOException {
        Account account = reached(scene, name);
        onTelephone(
                scene,
                account,
                "SELECT INBOX",
                "MOVE 1 Trash",
                "SELECT Trash",
                "STORE 1 +FLAGS.SILENT (\\Deleted)",
                "EXPUNGE");
        return account.address().toString();
    }

    private static String folderDeleted(Scene scene, String name) throws IOException {
        Account account = reached(scene, name);
        onTelephone(scene, account, "CREATE Clients", "SELECT INBOX", "MOVE 1 Clients", "DELETE Clients");
        return account.address().toString();
    }

    private static void onTelephone(Scene scene, Account account, String... commands) throws IOException {
        scene.read(account.address().toString(), Scene.PASSWORD, "Telephone", Optional.empty(), commands);
    }

    private static String expunged(Scene scene, String name) throws IOException {
        Account account = reached(scene, name);
        scene.read(
                account.address().toString(),
                Scene.PASSWORD,
                "Telephone",
                Optional.empty(),
                "SELECT INBOX",
                "STORE 1 +FLAGS.SILENT (\\Deleted)",
                "EXPUNGE");
        return account.address().toString();
    }
}
