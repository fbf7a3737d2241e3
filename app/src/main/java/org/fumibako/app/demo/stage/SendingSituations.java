// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.demo.stage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.fumibako.app.demo.internet.ProviderZones;
import org.fumibako.doctor.Symptom;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Account;
import org.fumibako.registry.SendingRate;
import org.fumibako.registry.zone.PublishedKey;
import org.fumibako.registry.zone.RecordDraft;
import org.fumibako.registry.zone.SpfChoice;

/** Mail that cannot be sent, or is not taken: E1, E8, E10, E14, E15. */
final class SendingSituations {
    /** For examples (RFC 5737): of no country that anybody knows. */
    private static final String ABROAD = "198.51.100.7";

    /** Of the demo. */
    private static final String HOST = "sv001.fumibako.test";

    private static final int MANY = 210;

    /** More than docomo.test takes within a minute. */
    private static final int ISSUES = 12;

    /** As many look-ups as a record of its own may need; one more to get there is too many (RFC 7208 §4.6.4). */
    private static final int TERMS = 10;

    private static final String KEN = "ken@gmail.test";

    private SendingSituations() {}

    static List<Situation> all() {
        return List.of(
                new Situation(
                        Symptom.E1,
                        "port-25",
                        "wrong-port",
                        "A mail program wants to send on port 25.",
                        SendingSituations::port25),
                new Situation(
                        Symptom.E1,
                        "foreign-sender",
                        "sending-refused-here",
                        "A mail program writes somebody else's address as the sender.",
                        SendingSituations::foreign),
                new Situation(
                        Symptom.E1,
                        "wrong-password",
                        "sign-ins-to-send",
                        "A mail program has a wrong password for sending.",
                        SendingSituations::wrongPassword),
                new Situation(
                        Symptom.E1,
                        "suspended",
                        "account-exists",
                        "The account is suspended.",
                        SendingSituations::suspended),
                new Situation(
                        Symptom.E1,
                        "hour-limit",
                        "sends-now",
                        "The account has sent what it may send within an hour.",
                        SendingSituations::hourLimit),
                new Situation(
                        Symptom.E1,
                        "no-such-colleague",
                        "sending-refused-here",
                        "A colleague's address is misspelt.",
                        (scene, name) -> sent(scene, scene.account(name), "nobody@" + scene.home())),
                new Situation(
                        Symptom.E8,
                        "abroad",
                        "sent-from-abroad",
                        "Somebody abroad wants to send.",
                        SendingSituations::abroad),
                new Situation(
                        Symptom.E10,
                        "backscatter",
                        "strange-bounces",
                        "Errors come back of mail that others sent in the account's name.",
                        SendingSituations::backscatter),
                new Situation(
                        Symptom.E10,
                        "takeover",
                        "strange-bounces",
                        "Somebody else sends from the account, which was slowed down.",
                        SendingSituations::takeover),
                new Situation(
                        Symptom.E10,
                        "forwarding",
                        "forwarding-errors",
                        "The account forwards to an address that takes no mail.",
                        SendingSituations::forwarding),
                new Situation(
                        Symptom.E14,
                        "refused",
                        "outbound-refusals",
                        "Gmail says that it could not verify the sender.",
                        (scene, name) -> sent(scene, scene.account(name), "ken-unproven@gmail.test")),
                new Situation(
                        Symptom.E14,
                        "unknown",
                        "outbound-refusals",
                        "The address of the recipient is misspelt.",
                        (scene, name) -> sent(scene, scene.account(name), "ken-unknown@docomo.test")),
                new Situation(
                        Symptom.E14,
                        "later",
                        "outbound-refusals",
                        "The other server puts mail off again and again.",
                        (scene, name) -> sent(scene, scene.account(name), "ken-later@docomo.test")),
                new Situation(
                        Symptom.E14,
                        "spf-elsewhere",
                        "spf-record",
                        "The domain has an SPF record that names other servers only.",
                        SendingSituations::spfElsewhere),
                new Situation(
                        Symptom.E14,
                        "unsigned",
                        "dkim-keys",
                        "The domain does not sign its mail.",
                        SendingSituations::unsigned),
                new Situation(
                        Symptom.E14,
                        "other-key",
                        "dkim-keys",
                        "The keys that are published are not those that sign.",
                        SendingSituations::otherKey),
                new Situation(
                        Symptom.E14,
                        "spf-look-ups",
                        "spf-record",
                        "What the SPF record includes has grown past 10 look-ups.",
                        SendingSituations::lookUps),
                new Situation(
                        Symptom.E14,
                        "two-spf",
                        "spf-record",
                        "The domain has two SPF records, and its DNS is with somebody else.",
                        SendingSituations::twoSpf),
                new Situation(
                        Symptom.E14,
                        "subdomain",
                        "spf-record",
                        "Mail is sent from a subdomain, which has no SPF record by itself.",
                        SendingSituations::subdomain),
                new Situation(
                        Symptom.E15,
                        "no-unsubscribe",
                        "unsubscribing",
                        "A newsletter that cannot be unsubscribed from goes to many, and is refused for that.",
                        SendingSituations::newsletter),
                new Situation(
                        Symptom.E15,
                        "too-many",
                        "bulk-volume",
                        "Much goes to one destination within a minute, which wants less.",
                        SendingSituations::tooMany));
    }

    private static String port25(Scene scene, String name) throws IOException {
        Account account = scene.account(name);
        String address = account.address().toString();
        scene.read(address, Scene.PASSWORD, "Desk", Optional.empty());
        try (Line line = scene.stranger()) {
            line.say("MAIL FROM:<" + address + ">").reply();
            line.say("RCPT TO:<" + KEN + ">").reply();
        }
        return address;
    }

    private static String foreign(Scene scene, String name) throws IOException {
        Account account = scene.account(name);
        try (Line line = scene.submission(account)) {
            Scene.deliver(line, "boss@elsewhere.test", List.of(KEN), "");
        }
        return account.address().toString();
    }

    private static String wrongPassword(Scene scene, String name) throws IOException {
        Account account = scene.account(name);
        scene.trySending(account, "not the password");
        return account.address().toString();
    }

    private static String suspended(Scene scene, String name) {
        Account account = scene.account(name);
        scene.server().registry().accounts().suspend(account.address(), true, Scene.STAGE);
        return account.address().toString();
    }

    private static String abroad(Scene scene, String name) throws IOException {
        Account account = scene.account(name);
        try (Line line = scene.submissionFrom(ABROAD, account)) {
            line.say("MAIL FROM:<" + account.address() + ">").reply();
        }
        return account.address().toString();
    }

    private static String backscatter(Scene scene, String name) throws IOException {
        Account account = scene.account(name);
        String to = account.address().toString();
        String report = "From: Mail Delivery Subsystem <mailer-daemon@elsewhere.test>\r\nTo: <" + to
                + ">\r\nSubject: Undelivered Mail Returned to Sender\r\nMessage-ID: <1." + name
                + "@elsewhere.test>\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\r\n\r\n"
                + "--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.elsewhere.test\r\n\r\n"
                + "Final-Recipient: rfc822; victim@elsewhere.test\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n"
                + "--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: <never-sent." + name
                + "@spammer.test>\r\nFrom: <" + to + ">\r\n\r\n--b--\r\n";
        scene.receive("", account, report);
        return to;
    }

    private static String takeover(Scene scene, String name) {
        Account account = scene.account(name);
        scene.server()
                .registry()
                .pacing()
                .pace(
                        account,
                        "it sent to 800 recipients within an hour, and to 3 on its busiest day before",
                        Scene.STAGE);
        return account.address().toString();
    }

    private static String sent(Scene scene, Account account, String to) throws IOException {
        String from = account.address().toString();
        scene.send(account, List.of(to), Scene.letter(from, to, "Greetings", 0));
        return from;
    }

    private static String spfElsewhere(Scene scene, String name) throws IOException {
        DomainName domain = scene.domain(name);
        scene.server().zones().spf(domain, new SpfChoice.Custom("v=spf1 ip4:192.0.2.1 -all"), Scene.STAGE);
        return sent(scene, scene.account("sales", domain, 10), "ken-unproven@gmail.test");
    }

    private static String unsigned(Scene scene, String name) throws IOException {
        DomainName domain = scene.domain(name);
        scene.server().registry().dkim().sign(domain, false, Scene.STAGE);
        return sent(scene, scene.account("sales", domain, 10), "ken-unproven@gmail.test");
    }

    private static String hourLimit(Scene scene, String name) throws IOException {
        Account account = scene.account(name);
        SendingRate one = new SendingRate(OptionalLong.of(1), OptionalLong.empty());
        scene.server().registry().accounts().changeSendingRate(account.address(), one, Scene.STAGE);
        sent(scene, account, KEN);
        return sent(scene, account, KEN);
    }

    private static String otherKey(Scene scene, String name) throws IOException {
        DomainName domain = scene.domain(name);
        for (PublishedKey key : scene.keys(domain)) {
            // Whatever stands there, it is not ours.
            RecordDraft draft =
                    RecordDraft.of(key.selector() + "._domainkey", "TXT", "v=DKIM1; k=rsa; p=MIIBIjANBgkqhkiG9w0B");
            scene.server().zones().add(domain, draft, Scene.STAGE);
        }
        return sent(scene, scene.account("sales", domain, 10), "ken-unproven@gmail.test");
    }

    private static String lookUps(Scene scene, String name) throws IOException {
        DomainName domain = scene.domain(name);
        DomainName provider = scene.domain("provider-of-" + name);
        String record = "v=spf1 include:" + provider + " -all";
        scene.server().zones().spf(domain, new SpfChoice.Custom(record), Scene.STAGE);
        String grown = "v=spf1" + (" a:" + HOST).repeat(TERMS) + " -all";
        scene.server().zones().spf(provider, new SpfChoice.Custom(grown), Scene.STAGE);
        return sent(scene, scene.account("sales", domain, 10), "ken-unproven@gmail.test");
    }

    private static String forwarding(Scene scene, String name) throws IOException {
        Account account = scene.account(name);
        EmailAddress target = EmailAddress.of("ken-unknown@gmail.test");
        scene.server().registry().forwards().add(account.address(), target, Scene.STAGE);
        String shop = "shop@elsewhere.test";
        scene.receive(shop, account, Scene.letter(shop, account.address().toString(), "Your order", 0));
        return account.address().toString();
    }

    private static String twoSpf(Scene scene, String name) throws IOException {
        DomainName domain = scene.adopt(DomainName.of(ProviderZones.KEPT_ELSEWHERE));
        return sent(scene, scene.account(name, domain, 10), "ken-unproven@gmail.test");
    }

    private static String subdomain(Scene scene, String name) throws IOException {
        DomainName domain = scene.domain(name);
        DomainName below = scene.adopt(DomainName.of("news." + domain.ascii()));
        return sent(scene, scene.account("sales", below, 10), "ken-unproven@gmail.test");
    }

    private static String tooMany(Scene scene, String name) throws IOException {
        Account account = scene.account(name);
        String from = account.address().toString();
        for (int i = 0; i < ISSUES; i++) {
            List<String> readers = new ArrayList<>();
            for (int j = 0; j < MANY / 10; j++) {
                readers.add("reader" + i + "." + j + "@docomo.test");
            }
            scene.send(account, readers, Scene.letter(from, "readers@docomo.test", "Issue " + i, 0));
        }
        return from;
    }

    private static String newsletter(Scene scene, String name) throws IOException {
        Account account = scene.account(name);
        List<String> readers = new ArrayList<>(List.of("reader-bulk@gmail.test"));
        for (int i = 0; i < MANY; i++) {
            readers.add("reader" + i + "@plain.test");
        }
        String from = account.address().toString();
        String message = Scene.letter(from, "readers@plain.test", "News of November", 0);
        scene.send(account, readers, message);
        scene.keepSent(account, message);
        return from;
    }
}
