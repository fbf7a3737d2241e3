// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap;

import java.util.List;
import java.util.Optional;
import org.fumibako.model.AccountId;
import org.fumibako.model.CustomerId;
import org.fumibako.model.DomainId;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.Quota;
import org.fumibako.registry.Account;
import org.fumibako.registry.Directory;

/** A registry with taro@example.test, whom info@example.test leads to as well. */
record OneAccount(Account account) implements Directory {
    static final EmailAddress ADDRESS = EmailAddress.of("taro@example.test");
    static final EmailAddress ALIAS = EmailAddress.of("info@example.test");

    static OneAccount withQuota(Quota quota) {
        return new OneAccount(new Account(new AccountId(7), new CustomerId(1), new DomainId(1), ADDRESS, quota, false));
    }

    @Override
    public Recipient resolve(EmailAddress recipient) {
        boolean ours = recipient.key().equals(ADDRESS.key()) || recipient.key().equals(ALIAS.key());
        return ours
                ? new Recipient.Local(List.of(account))
                : hosts(recipient.domain()) ? new Recipient.Unknown() : new Recipient.Remote();
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
        return List.of(ADDRESS, ALIAS);
    }
}
