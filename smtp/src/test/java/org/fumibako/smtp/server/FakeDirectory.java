// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.server;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.fumibako.model.AccountId;
import org.fumibako.model.CustomerId;
import org.fumibako.model.DomainId;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.Quota;
import org.fumibako.registry.Account;
import org.fumibako.registry.Directory;

/** A registry in memory that tests fill as they like. */
final class FakeDirectory implements Directory {
    private final Map<String, Account> accounts = new ConcurrentHashMap<>();
    private final Map<String, List<Account>> aliases = new HashMap<>();

    Account add(String address, int megabytes, boolean suspended) {
        EmailAddress parsed = EmailAddress.of(address);
        Account account = new Account(
                new AccountId(accounts.size() + 1),
                new CustomerId(1),
                new DomainId(parsed.domain().ascii().equals("example.test") ? 1 : 2),
                parsed,
                new Quota(megabytes),
                suspended);
        accounts.put(parsed.key(), account);
        return account;
    }

    void alias(String address, Account... targets) {
        aliases.put(EmailAddress.of(address).key(), List.of(targets));
    }

    @Override
    public Recipient resolve(EmailAddress recipient) {
        if (!hosts(recipient.domain())) {
            return new Recipient.Remote();
        }
        List<Account> behind = aliases.get(recipient.key());
        if (behind != null) {
            return new Recipient.Local(behind);
        }
        Account account = accounts.get(recipient.key());
        if (account == null) {
            return new Recipient.Unknown();
        }
        return account.suspended() ? new Recipient.Suspended() : new Recipient.Local(List.of(account));
    }

    @Override
    public boolean hosts(DomainName domain) {
        return accounts.values().stream()
                .anyMatch(account -> account.address().domain().equals(domain));
    }

    @Override
    public Optional<Account> account(EmailAddress address) {
        return Optional.ofNullable(accounts.get(address.key()));
    }

    @Override
    public Optional<Account> account(AccountId id) {
        return accounts.values().stream()
                .filter(account -> account.id().equals(id))
                .findAny();
    }

    @Override
    public List<EmailAddress> addressesOf(AccountId account) {
        List<EmailAddress> addresses = new java.util.ArrayList<>();
        account(account).ifPresent(own -> addresses.add(own.address()));
        aliases.forEach((key, targets) -> {
            if (targets.stream().anyMatch(target -> target.id().equals(account))) {
                addresses.add(EmailAddress.of(key));
            }
        });
        return addresses;
    }
}
