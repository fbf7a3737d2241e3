// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.queue;

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

/** A registry with one account, the only one of its domain. */
final class OneHouse implements Directory {
    private final Account account;

    OneHouse(EmailAddress address) {
        account = new Account(new AccountId(7), new CustomerId(3), new DomainId(1), address, new Quota(2_000), false);
    }

    Account account() {
        return account;
    }

    @Override
    public Recipient resolve(EmailAddress recipient) {
        if (!hosts(recipient.domain())) {
            return new Recipient.Remote();
        }
        return account(recipient)
                .<Recipient>map(one -> new Recipient.Local(List.of(one)))
                .orElseGet(Recipient.Unknown::new);
    }

    @Override
    public boolean hosts(DomainName domain) {
        return domain.equals(account.address().domain());
    }

    @Override
    public Optional<Account> account(EmailAddress address) {
        return Optional.of(account).filter(own -> own.address().key().equals(address.key()));
    }

    @Override
    public Optional<Account> account(AccountId id) {
        return Optional.of(account).filter(own -> own.id().equals(id));
    }

    @Override
    public List<EmailAddress> addressesOf(AccountId id) {
        return account(id).map(Account::address).stream().toList();
    }
}
