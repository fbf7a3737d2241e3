// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.fumibako.db.Database;
import org.fumibako.db.TestDatabase;
import org.fumibako.journal.Journal;
import org.fumibako.journal.JournalQuery;
import org.fumibako.journal.JournalRow;
import org.fumibako.journal.Origin;
import org.fumibako.journal.Protocol;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.ManualClock;
import org.fumibako.model.Quota;
import org.fumibako.registry.Authenticator.SignIn;

/** A registry over fresh databases, with its journal and a clock that stands still; closed, it leaves nothing. */
final class Office implements AutoCloseable {
    static final Origin DESK = Origin.system("desk");
    static final String PASSWORD = "hako no naka";

    /** Small, so that tests reach them soon. */
    static final SignInLimits LIMITS = new SignInLimits(
            new SignInLimits.Limit(4, Duration.ofMinutes(10)),
            new SignInLimits.Limit(8, Duration.ofMinutes(10)),
            new SignInLimits.Limit(6, Duration.ofHours(1)),
            new SignInLimits.Limit(3, Duration.ofMinutes(10)),
            Duration.ofSeconds(2));

    static final ForwardRules.Patience PATIENCE = new ForwardRules.Patience(3, Duration.ofHours(2));

    private static final Argon2.Cost CHEAP = new Argon2.Cost(64, 1);

    final ManualClock clock = new ManualClock();
    final RecordingPause pause = new RecordingPause();
    final CountingHash hash = new CountingHash(new Argon2(new SecureRandom(), CHEAP));
    private final TestDatabase registryData;
    private final TestDatabase journalData;
    private Database database;
    private Database volume;
    private Journal journal;
    private Registry registry;

    Office(TestDatabase registryData, TestDatabase journalData) {
        this.registryData = registryData;
        this.journalData = journalData;
        this.database = registryData.open();
        this.volume = journalData.open();
        this.journal = new Journal(volume, clock);
        this.registry = start();
    }

    Registry registry() {
        return registry;
    }

    /** Stops everything and starts it again on the same data. */
    void reopen() {
        shut();
        database = registryData.open();
        volume = journalData.open();
        journal = new Journal(volume, clock);
        registry = start();
    }

    /** A second process on the same data. */
    Registry colleague() {
        return start();
    }

    private Registry start() {
        return new Registry(
                database, journal, clock, new SecureRandom(), new Registry.Parts(hash, LIMITS, pause, PATIENCE));
    }

    Customer customer(String login) {
        return registry.customers().add(login, login, Plan.STANDARD, DESK);
    }

    /** A customer whose plan has these limits. */
    Customer customer(String login, PlanLimits limits) {
        registry.plans().add(login + "-plan", limits, DESK);
        return registry.customers().add(login, login, login + "-plan", DESK);
    }

    Domain domain(String name, Customer customer) {
        return registry.domains().add(DomainName.of(name), customer.login(), DESK);
    }

    Account account(String address) {
        return account(address, Quota.DEFAULT.megabytes());
    }

    Account account(String address, int megabytes) {
        return registry.accounts().add(EmailAddress.of(address), new Quota(megabytes), PASSWORD, DESK);
    }

    Alias alias(String address, String... targets) {
        return registry.aliases().add(EmailAddress.of(address), addresses(targets), DESK);
    }

    /** Somebody at {@code peer}. */
    static Origin caller(Protocol protocol, String peer) {
        return new Origin(protocol, "s1", Optional.of(InetAddress.ofLiteral(peer)), "client", Optional.empty());
    }

    SignIn signIn(String login, String password, Origin origin) {
        byte[] octets = password.getBytes(StandardCharsets.UTF_8);
        return registry.authenticator().signIn(login, octets, "PLAIN", origin);
    }

    static List<EmailAddress> addresses(String... texts) {
        return List.of(texts).stream().map(EmailAddress::of).toList();
    }

    /** Every row of the journal, oldest first. */
    List<JournalRow> rows() {
        journal.flush();
        return journal.read(JournalQuery.latest(1000)).reversed();
    }

    private void shut() {
        registry.close();
        journal.close();
        volume.close();
        database.close();
    }

    @Override
    public void close() {
        shut();
        hash.argon2().close();
        registryData.close();
        journalData.close();
    }
}
