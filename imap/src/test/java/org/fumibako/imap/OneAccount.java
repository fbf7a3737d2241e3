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
 * A registry that knows one account, {@link #ADDRESS}, whose password is {@link #PASSWORD}, and whose app password for receiving only is
 * {@link #RECEIVE_ONLY}.
 */
final class OneAccount implements Directory, Authenticator {
    static final EmailAddress ADDRESS = EmailAddress.of("taro@example.test");
    static final String PASSWORD = "hako no naka";
    static final String RECEIVE_ONLY = "k3mp-7xwd-qt2h-9vfa-c8ze";

    private final Account account;

    OneAccount(Quota quota) {
        account = new Account(new AccountId(1), new CustomerId(1), new DomainId(1), ADDRESS, quota, false);
    }

    Account account() {
        return account;
    }

    @Override
    public Recipient resolve(EmailAddress recipient) {
        return recipient.key().equals(ADDRESS.key()) ? new Recipient.Local(List.of(account)) : new Recipient.Unknown();
    }

    @Override
    public boolean hosts(DomainName domain) {
        return domain.equals(ADDRESS.domain());
    }

    @Override
    public Optional<Account> account(EmailAddress address) {
        return Optional.of(account).filter(known -> address.key().equals(ADDRESS.key()));
    }

    @Override
    public Optional<Account> account(AccountId id) {
        return Optional.of(account).filter(known -> known.id().equals(id));
    }

    @Override
    public List<EmailAddress> addressesOf(AccountId id) {
        return List.of(ADDRESS);
    }

    @Override
    public SignIn signIn(String login, byte[] password, String mechanism, Origin origin) {
        String sent = login.equalsIgnoreCase(ADDRESS.toString()) ? new String(password, StandardCharsets.UTF_8) : "";
        return switch (sent) {
            case PASSWORD -> new SignIn.Granted(account);
            case RECEIVE_ONLY -> new SignIn.Granted(account, Optional.of(receiveOnly()), 0);
            default -> new SignIn.Denied();
        };
    }

    private AppPassword receiveOnly() {
        return new AppPassword(
                1, account.id(), "reception", AppScope.RECEIVE_ONLY, Instant.EPOCH, Optional.empty());
    }

    /** Keys that fit no password: SCRAM is not what is tested here. */
    @Override
    public ScramKeys scramKeys(String login) {
        return new ScramKeys(
                new byte[16], 4096, List.of(new ScramKey(new byte[32], new byte[32], Optional.empty())));
    }

    @Override
    public SignIn scramFinished(String login, Optional<ScramKey> proven, Origin origin) {
        return new SignIn.Denied();
    }
}
