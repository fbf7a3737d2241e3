// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fumibako.journal.Origin;
import org.fumibako.model.AccountId;
import org.fumibako.model.CustomerId;
import org.fumibako.model.DomainId;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.Quota;
import org.fumibako.registry.Account;
import org.fumibako.registry.AppPassword;
import org.fumibako.registry.AppScope;
import org.fumibako.registry.Authenticator;
import org.fumibako.registry.Directory;

/**
 * A registry that knows {@link #ADDRESS} and two more accounts, hanako of the same customer and eve of another; the password of all
 * is {@link #PASSWORD}.
 */
final class FewAccounts implements Directory, Authenticator {
    static final EmailAddress ADDRESS = EmailAddress.of("taro@example.test");
    static final String PASSWORD = "hako no naka";

    /** An app password of each of them. */
    static final String RECEIVE_ONLY = "k3mp-7xwd-qt2h-9vfa-c8ze";

    private final List<Account> accounts;

    FewAccounts(Quota quota) {
        accounts = List.of(
                new Account(new AccountId(1), new CustomerId(1), new DomainId(1), ADDRESS, quota, false),
                account(2, 1, "hanako@example.test", quota),
                account(3, 2, "eve@example.org", quota));
    }

    private static Account account(long id, long customer, String address, Quota quota) {
        return new Account(
                new AccountId(id),
                new CustomerId(customer),
                new DomainId(customer),
                EmailAddress.of(address),
                quota,
                false);
    }

    /** {@link #ADDRESS}. */
    Account account() {
        return accounts.getFirst();
    }

    List<Account> accounts() {
        return accounts;
    }

    @Override
    public Recipient resolve(EmailAddress recipient) {
        return account(recipient)
                .<Recipient>map(known -> new Recipient.Local(List.of(known)))
                .orElse(new Recipient.Unknown());
    }

    @Override
    public boolean hosts(DomainName domain) {
        return accounts.stream().anyMatch(known -> known.address().domain().equals(domain));
    }

    @Override
    public Optional<Account> account(EmailAddress address) {
        return accounts.stream()
                .filter(known -> known.address().key().equals(address.key()))
                .findFirst();
    }

    @Override
    public Optional<Account> account(AccountId id) {
        return accounts.stream().filter(known -> known.id().equals(id)).findFirst();
    }

    @Override
    public List<EmailAddress> addressesOf(AccountId id) {
        return account(id).map(Account::address).stream().toList();
    }

    @Override
    public SignIn signIn(String login, byte[] password, String mechanism, Origin origin) {
        Optional<Account> known = EmailAddress.parse(login).flatMap(this::account);
        return known.map(account -> signIn(account, new String(password, StandardCharsets.UTF_8)))
                .orElse(new SignIn.Denied());
    }

    private static SignIn signIn(Account account, String password) {
        return switch (password) {
            case PASSWORD -> new SignIn.Granted(account);
            case RECEIVE_ONLY -> new SignIn.Granted(account, Optional.of(receiveOnly(account)), 0);
            default -> new SignIn.Denied();
        };
    }

    private static AppPassword receiveOnly(Account account) {
        return new AppPassword(1, account.id(), "reception", AppScope.RECEIVE_ONLY, Instant.EPOCH, Optional.empty());
    }

    /** Keys that fit no password: SCRAM is not what is tested here. */
    @Override
    public ScramKeys scramKeys(String login) {
        return new ScramKeys(new byte[16], 4096, List.of(new ScramKey(new byte[32], new byte[32], Optional.empty())));
    }

    @Override
    public SignIn scramFinished(String login, Optional<ScramKey> proven, Origin origin) {
        return new SignIn.Denied();
    }
}
