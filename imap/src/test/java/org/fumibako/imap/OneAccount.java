// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap;

import java.nio.charset.StandardCharsets;
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
import org.fumibako.registry.Authenticator;
import org.fumibako.registry.Directory;

/** A registry that knows one account, {@link #ADDRESS}, whose password is {@link #PASSWORD}. */
final class OneAccount implements Directory, Authenticator {
    static final EmailAddress ADDRESS = EmailAddress.of("taro@example.test");
    static final String PASSWORD = "hako no naka";

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
        boolean right = login.equalsIgnoreCase(ADDRESS.toString())
                && new String(password, StandardCharsets.UTF_8).equals(PASSWORD);
        return right ? new SignIn.Granted(account) : new SignIn.Denied();
    }

    /** Keys that fit no password: SCRAM is not what is tested here. */
    @Override
    public ScramKeys scramKeys(String login) {
        return new ScramKeys(new byte[16], 4096, new byte[32], new byte[32], Optional.empty());
    }

    @Override
    public SignIn scramFinished(String login, boolean proven, Origin origin) {
        return new SignIn.Denied();
    }
}
