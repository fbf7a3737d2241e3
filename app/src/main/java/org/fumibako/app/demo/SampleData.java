// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fumibako.app.demo.internet.Template;
import org.fumibako.journal.Origin;
import org.fumibako.mime.MessageSummary;
import org.fumibako.model.Content;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.Flags;
import org.fumibako.model.Quota;
import org.fumibako.model.SpecialUse;
import org.fumibako.registry.Account;
import org.fumibako.registry.Plan;
import org.fumibako.registry.Registry;
import org.fumibako.registry.zone.RecordDraft;
import org.fumibako.registry.zone.ZoneEditor;
import org.fumibako.store.Append;
import org.fumibako.store.MessageStore;

/** What a newcomer finds: a customer with a domain, a web site, two people who have written to each other, and one with much mail. */
final class SampleData {
    private static final Origin ORIGIN = Origin.system("demo");
    private static final String OPERATOR = "operator";
    static final String CUSTOMER = "demo";
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int PASSWORD_LENGTH = 16;
    static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

    private final Registry registry;
    private final ZoneEditor zones;
    private final MessageStore store;
    private final SecureRandom random = new SecureRandom();

    SampleData(Registry registry, ZoneEditor zones, MessageStore store) {
        this.registry = registry;
        this.zones = zones;
        this.store = store;
    }

    /**
     * Makes what is missing and returns who can sign in. A start that was cut short may have left some of it, and nobody knows
     * the passwords of that start any more, so those are replaced.
     */
    Logins create() throws IOException {
        if (registry.customers().find(CUSTOMER).isEmpty()) {
            registry.customers().add(CUSTOMER, "文箱デモ商店", Plan.STANDARD, ORIGIN);
        }
        if (registry.domains().find(Demo.DOMAIN).isEmpty()) {
            registry.domains().add(Demo.DOMAIN, CUSTOMER, ORIGIN);
        }
        if (zones.history(Demo.DOMAIN).isEmpty()) {
            site("@", "A", "127.0.0.1");
            site("www", "CNAME", Demo.DOMAIN.ascii());
            site("*.dev", "A", "127.0.0.1");
        }
        List<DemoFile.Login> logins = new ArrayList<>();
        Account taro = person("taro", logins);
        Account hanako = person("hanako", logins);
        Account sato = person("sato", logins);
        if (store.usage(taro.id()).messages() == 0) {
            file(taro, SpecialUse.INBOX, Flags.NONE, "welcome", Duration.ofDays(2));
            file(taro, SpecialUse.INBOX, Flags.NONE, "quotation", Duration.ofHours(3));
            file(taro, SpecialUse.SENT, Flags.of("\\Seen"), "reply", Duration.ofHours(1));
            file(hanako, SpecialUse.INBOX, Flags.NONE, "welcome", Duration.ofDays(2));
            file(hanako, SpecialUse.INBOX, Flags.NONE, "reply", Duration.ofHours(1));
        }
        if (store.usage(sato.id()).messages() == 0) {
            new SampleMailbox(store, Instant.now()).fill(sato);
        }
        return new Logins(operator(), customer(), logins);
    }

    /** Who can sign in, and to what. */
    record Logins(DemoFile.Panel operator, DemoFile.Panel customer, List<DemoFile.Login> accounts) {}

    /** Gives the operator a password. */
    DemoFile.Panel operator() {
        String password = password();
        registry.logins().operator(OPERATOR, password, ORIGIN);
        return new DemoFile.Panel(OPERATOR, password);
    }

    /** Gives the customer a password. */
    DemoFile.Panel customer() {
        String password = password();
        registry.logins().customerPassword(CUSTOMER, password, ORIGIN);
        return new DemoFile.Panel(CUSTOMER, password);
    }

    private void site(String name, String type, String content) {
        zones.add(Demo.DOMAIN, RecordDraft.of(name, type, content), ORIGIN);
    }

    private Account person(String name, List<DemoFile.Login> logins) {
        EmailAddress address = new EmailAddress(name, Demo.DOMAIN);
        String password = password();
        Account account = registry.accounts().find(address).isPresent()
                ? registry.accounts().changePassword(address, password, ORIGIN)
                : registry.accounts().add(address, Quota.DEFAULT, password, ORIGIN);
        store.createAccount(account.id());
        logins.add(new DemoFile.Login(address.toString(), password));
        return account;
    }

    private void file(Account account, SpecialUse mailbox, Flags flags, String sample, Duration age)
            throws IOException {
        Instant date = Instant.now().minus(age);
        Content content = Content.of(text(sample, account.address(), date).getBytes(StandardCharsets.UTF_8));
        Append.Filing filing = new Append.Filing(
                account.id(),
                store.mailbox(account.id(), mailbox).id(),
                flags,
                date,
                account.quota().size(),
                Optional.of(account.address()));
        MessageSummary summary = MessageSummary.of(content);
        store.append(List.of(new Append(content, summary, List.of(filing), Optional.empty(), ORIGIN)), true);
    }

    private static String text(String sample, EmailAddress to, Instant date) throws IOException {
        return Template.of(SampleData.class, sample + ".eml")
                .with(Map.of(
                        "to", to.toString(),
                        "id", to.localPart(),
                        "date", DATE.format(date.atZone(ZoneId.systemDefault()))));
    }

    /** Draws one. */
    String password() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < PASSWORD_LENGTH; i++) {
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
