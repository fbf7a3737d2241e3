// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fumibako.db.Database;
import org.fumibako.journal.Journal;
import org.fumibako.model.AccountId;
import org.fumibako.model.CustomerId;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.dkim.DkimKeys;
import org.fumibako.registry.filter.FilterPolicies;
import org.fumibako.registry.filter.Greylist;
import org.fumibako.registry.filter.Memories;
import org.fumibako.registry.filter.StoredGreylist;
import org.fumibako.registry.history.History;
import org.fumibako.registry.history.Undo;
import org.fumibako.registry.sorting.AutoReplies;
import org.fumibako.registry.sorting.DomainRules;
import org.fumibako.registry.sorting.RegistrySorting;
import org.fumibako.registry.sorting.ScreenRules;
import org.fumibako.registry.sorting.Scripts;
import org.fumibako.registry.sorting.SortingRules;

/**
 * Customers and what is theirs: changed through {@link #customers}, {@link #plans}, {@link #domains}, {@link #accounts} and
 * {@link #aliases}, asked by protocols as a {@link Directory}. Safe for any number of threads. A refused change is a
 * {@link RegistryException}; a change that was made is a {@code SettingChanged} row of the journal.
 */
public final class Registry implements Directory, AutoCloseable {
    private static final int SECRET_OCTETS = 32;

    private final PasswordHash hash;
    private final Plans plans;
    private final Customers customers;
    private final Domains domains;
    private final Accounts accounts;
    private final Aliases aliases;
    private final CountryRules countries;
    private final RegistrySending sending;
    private final AppPasswords appPasswords;
    private final DkimKeys dkim;
    private final Changes changes;
    private final Sessions sessions = new Sessions();
    private final SessionEndings endings;
    private final Pacing pacing;
    private final RoomWarnings roomWarnings;
    private final SendingHabits habits;
    private final Forwards forwards;
    private final Scripts scripts;
    private final ScreenRules screenRules;
    private final DomainRules domainRules;
    private final AutoReplies autoReplies;
    private final RegistrySorting sorting;
    private final Identities identities;
    private final FilterPolicies filters;
    private final Memories memories;
    private final Greylist greylist;
    private final RotatingSecret returnSecret;
    private final RotatingSecret pictureSecret;
    private final RegistryDirectory directory;
    private final RegistryAuthenticator authenticator;
    private final Logins logins;
    private final PanelSignIn panelSignIn;
    private final WebSessions webSessions;
    private final ApiTokens apiTokens;
    private final AccountList accountList;
    private final DomainList domainList;
    private final CustomerList customerList;
    private final Retirement retirement;
    private final TwoStep twoStep;
    private final History history;
    private final DoctorCases doctorCases;

    /** @param database with the migrations of {@code db/registry}; it and the journal stay the caller's to close */
    public Registry(Database database, Journal journal, Clock clock, SecureRandom random) {
        this(database, journal, clock, random, ForwardRules.Patience.DEFAULT);
    }

    /** @param patience when a target of forwarding that fails is stopped */
    public Registry(
            Database database, Journal journal, Clock clock, SecureRandom random, ForwardRules.Patience patience) {
        this(
                database,
                journal,
                clock,
                random,
                new Parts(new Argon2(random, Argon2.Cost.DEFAULT), SignInLimits.DEFAULT, Pause.SLEEP, patience));
    }

    /** What signing in works with; the registry closes the hash. */
    record Parts(PasswordHash hash, SignInLimits limits, Pause pause, ForwardRules.Patience patience) {}

    Registry(Database database, Journal journal, Clock clock, SecureRandom random, Parts parts) {
        this.changes = new Changes(database, journal, clock);
        this.hash = parts.hash();
        this.plans = new Plans(changes);
        this.endings = new SessionEndings(changes, sessions);
        this.customers = new Customers(changes, endings);
        this.domains = new Domains(changes, endings);
        Passwords passwords = new Passwords(new PasswordRules(), hash, random);
        this.accounts = new Accounts(changes, passwords, endings);
        this.logins = new Logins(changes, passwords);
        AppPasswordTable appPasswordTable = new AppPasswordTable(secret(database, random, "app-password"));
        this.appPasswords = new AppPasswords(changes, appPasswordTable, endings, random);
        this.aliases = new Aliases(changes);
        this.countries = new CountryRules(changes);
        this.sending = new RegistrySending(changes);
        this.pacing = new Pacing(changes);
        this.roomWarnings = new RoomWarnings(changes);
        this.habits = new SendingHabits(changes);
        this.dkim = new DkimKeys(changes);
        changes.watch(dkim::forget);
        this.returnSecret = new RotatingSecret(changes, "srs", random);
        this.pictureSecret = new RotatingSecret(changes, "picture", random);
        this.identities = new Identities(changes);
        this.forwards = new Forwards(changes, parts.patience());
        this.scripts = new Scripts(changes);
        this.screenRules = new ScreenRules(changes);
        this.domainRules = new DomainRules(changes);
        this.autoReplies = new AutoReplies(changes);
        this.sorting = new RegistrySorting(changes, forwards);
        this.filters = new FilterPolicies(changes);
        changes.watch(filters::forget);
        this.memories = new Memories(changes);
        this.greylist = new StoredGreylist(changes);
        this.directory = new RegistryDirectory(changes, domains, accounts);
        SignInJournal signIns = new SignInJournal(journal);
        PasswordCheck check = new PasswordCheck(
                hash, new Guessing(changes, parts.limits()), new RecentPasswords(random), parts.pause());
        this.authenticator = new RegistryAuthenticator(
                changes,
                new RegistryAuthenticator.Parts(
                        check,
                        signIns,
                        new DecoyKeys(secret(database, random, "scram-decoy")),
                        sessions,
                        new AppPasswordCheck(changes, appPasswordTable)));
        this.panelSignIn = new PanelSignIn(changes, check, signIns, authenticator);
        this.webSessions = new WebSessions(changes, random);
        this.apiTokens = new ApiTokens(changes, random);
        this.accountList = new AccountList(changes);
        this.domainList = new DomainList(changes);
        this.customerList = new CustomerList(changes);
        this.twoStep = new TwoStep(changes, random);
        this.retirement = new Retirement(changes, endings);
        this.doctorCases = new DoctorCases(changes);
        this.history = new History(
                changes,
                accounts,
                accountList,
                retirement,
                Map.of(
                        Undo.Kind.FORWARDING, forwards,
                        Undo.Kind.AUTO_REPLY, autoReplies,
                        Undo.Kind.FILTER, filters,
                        Undo.Kind.RULES, screenRules,
                        Undo.Kind.DOMAIN_RULES, domainRules,
                        Undo.Kind.CUSTOMER_NAME, customers));
    }

    private static byte[] secret(Database database, SecureRandom random, String name) {
        byte[] fresh = new byte[SECRET_OCTETS];
        random.nextBytes(fresh);
        return database.write(connection -> {
            Sql.update(
                    connection,
                    "INSERT INTO secret (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING",
                    name,
                    Base64.getEncoder().encodeToString(fresh));
            return Sql.first(
                            connection,
                            row -> Base64.getDecoder().decode(row.getString(1)),
                            "SELECT value FROM secret WHERE name = ?",
                            name)
                    .orElse(fresh);
        });
    }

    public Plans plans() {
        return plans;
    }

    public Customers customers() {
        return customers;
    }

    public Domains domains() {
        return domains;
    }

    public Accounts accounts() {
        return accounts;
    }

    /** What the doctor found. */
    public DoctorCases doctorCases() {
        return doctorCases;
    }

    public AppPasswords appPasswords() {
        return appPasswords;
    }

    public Aliases aliases() {
        return aliases;
    }

    public CountryRules countries() {
        return countries;
    }

    public Sending sending() {
        return sending;
    }

    /** Accounts that send slowly because somebody else seems to use them. */
    public Pacing pacing() {
        return pacing;
    }

    /** Which owners were told that their mailbox fills up. */
    public RoomWarnings roomWarnings() {
        return roomWarnings;
    }

    /** What accounts are used to send. */
    public SendingHabits habits() {
        return habits;
    }

    /** Who is signed in. */
    public Sessions sessions() {
        return sessions;
    }

    /** Ends all sessions of an account, in other processes within a second; returns how many this one had. */
    public int endSessions(Account account) {
        changes.write(connection -> {
            endings.write(connection, SessionEnding.of(account));
            return true;
        });
        return endings.look();
    }

    /** Begins to end the sessions that other processes say are over. */
    public void start() {
        endings.start();
    }

    /** The keys that domains sign with. */
    public DkimKeys dkim() {
        return dkim;
    }

    /** Has {@code watcher} run after every change that this process makes, by the thread that made it: it must not block or fail. */
    public void watch(Runnable watcher) {
        changes.watch(watcher);
    }

    /**
     * What proves that a rewritten sender is ours: at least 16 octets each, newest first. They are replaced every month, and good
     * for four weeks after that.
     */
    public List<byte[]> returnSecrets() {
        return returnSecret.get();
    }

    /** What proves that a link to a picture is ours; as {@link #returnSecrets}. */
    public List<byte[]> pictureSecrets() {
        return pictureSecret.get();
    }

    public Identities identities() {
        return identities;
    }

    public Forwards forwards() {
        return forwards;
    }

    /** The Sieve scripts of accounts and domains. */
    public Scripts scripts() {
        return scripts;
    }

    /** What the screens of rules write. */
    public ScreenRules screenRules() {
        return screenRules;
    }

    /** What the screens of rules write for whole domains. */
    public DomainRules domainRules() {
        return domainRules;
    }

    public AutoReplies autoReplies() {
        return autoReplies;
    }

    /** What delivery asks of sorting and automatic replies. */
    public SortingRules sorting() {
        return sorting;
    }

    /** What domains want of the spam filter. */
    public FilterPolicies filters() {
        return filters;
    }

    /** Who was told to try again. */
    public Greylist greylist() {
        return greylist;
    }

    /** What accounts have taught the spam filter. */
    public Memories memories() {
        return memories;
    }

    public Authenticator authenticator() {
        return authenticator;
    }

    /** Operators and customers, and their passwords. */
    public Logins logins() {
        return logins;
    }

    public PanelSignIn panelSignIn() {
        return panelSignIn;
    }

    public ApiTokens apiTokens() {
        return apiTokens;
    }

    public WebSessions webSessions() {
        return webSessions;
    }

    public AccountList accountList() {
        return accountList;
    }

    /** Customers as an operator lists them. */
    public CustomerList customerList() {
        return customerList;
    }

    public DomainList domainList() {
        return domainList;
    }

    /** Accounts that are given up. */
    public Retirement retirement() {
        return retirement;
    }

    /** The second step of signing in. */
    public TwoStep twoStep() {
        return twoStep;
    }

    /** What was changed, and its undoing. */
    public History history() {
        return history;
    }

    /** What the customer's plan allows; at most a second old. */
    public PlanLimits limits(CustomerId customer) {
        return directory.limits(customer);
    }

    @Override
    public Recipient resolve(EmailAddress recipient) {
        return directory.resolve(recipient);
    }

    @Override
    public boolean hosts(DomainName domain) {
        return directory.hosts(domain);
    }

    @Override
    public Optional<Account> account(EmailAddress address) {
        return directory.account(address);
    }

    @Override
    public Optional<Account> account(AccountId id) {
        return directory.account(id);
    }

    @Override
    public List<EmailAddress> addressesOf(AccountId account) {
        return directory.addressesOf(account);
    }

    @Override
    public void close() {
        endings.close();
        hash.close();
    }
}
