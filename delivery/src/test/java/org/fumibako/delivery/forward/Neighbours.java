// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.forward;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.fumibako.model.AccountId;
import org.fumibako.model.CustomerId;
import org.fumibako.model.DomainId;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.Quota;
import org.fumibako.registry.Account;
import org.fumibako.registry.Directory;
import org.fumibako.registry.ForwardRules;
import org.fumibako.registry.Forwarding;
import org.fumibako.registry.Forwarding.Target;
import org.fumibako.registry.Forwarding.Unproven;

/** Accounts at near.test and where they forward to, in memory. */
final class Neighbours implements Directory, ForwardRules {
    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final Map<AccountId, Forwarding> forwardings = new HashMap<>();
    private long lastTarget;

    Account account(String name) {
        long id = accounts.size() + 1L;
        EmailAddress address = EmailAddress.of(name + "@near.test");
        Account account =
                new Account(new AccountId(id), new CustomerId(1), new DomainId(1), address, Quota.DEFAULT, false);
        accounts.put(address.key(), account);
        return account;
    }

    void forwards(Account account, boolean keep, EmailAddress... targets) {
        forwards(account, keep, Unproven.ATTACH, targets);
    }

    void forwards(Account account, boolean keep, Unproven unproven, EmailAddress... targets) {
        List<Target> all = Arrays.stream(targets)
                .map(address -> new Target(++lastTarget, address, new Target.State.Working()))
                .toList();
        forwardings.put(account.id(), new Forwarding(keep, unproven, all));
    }

    /** So many accounts that forward to each other, to addresses that are not there, and to two elsewhere. */
    List<Account> random(RandomGenerator random, int count) {
        for (int i = 0; i < count; i++) {
            account("a" + i);
        }
        for (Account account : accounts.values()) {
            List<EmailAddress> targets = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                targets.add(target(random, count));
            }
            forwards(account, random.nextBoolean(), targets.stream().distinct().toArray(EmailAddress[]::new));
        }
        return List.copyOf(accounts.values());
    }

    private static EmailAddress target(RandomGenerator random, int count) {
        int pick = random.nextInt(10);
        return EmailAddress.of(
                switch (pick) {
                    case 0 -> "nobody@near.test";
                    case 1, 2 -> "p" + pick + "@away.test";
                    default -> "a" + random.nextInt(count) + "@near.test";
                });
    }

    Incoming to(Account... some) {
        List<Incoming.Entry> entries = Arrays.stream(some)
                .map(account -> new Incoming.Entry(account, account.address(), false))
                .toList();
        return new Incoming(entries, Set.of(), Set.of(), true, false);
    }

    Stream<Account> behind(EmailAddress address) {
        return Stream.ofNullable(accounts.get(address.key()));
    }

    @Override
    public Forwarding of(AccountId account) {
        return forwardings.getOrDefault(account, Forwarding.NONE);
    }

    @Override
    public Optional<Owned> find(long target) {
        return Optional.empty();
    }

    @Override
    public void delivered(Owned target) {}

    @Override
    public Tally failed(Owned target, String reason) {
        return new Tally(1, false);
    }

    @Override
    public Recipient resolve(EmailAddress recipient) {
        if (!hosts(recipient.domain())) {
            return new Recipient.Remote();
        }
        return account(recipient)
                .<Recipient>map(account -> new Recipient.Local(List.of(account)))
                .orElseGet(Recipient.Unknown::new);
    }

    @Override
    public boolean hosts(DomainName domain) {
        return domain.ascii().equals("near.test");
    }

    @Override
    public Optional<Account> account(EmailAddress address) {
        return Optional.ofNullable(accounts.get(address.key()));
    }

    @Override
    public Optional<Account> account(AccountId id) {
        return accounts.values().stream()
                .filter(account -> account.id().equals(id))
                .findFirst();
    }

    @Override
    public List<EmailAddress> addressesOf(AccountId account) {
        return account(account).map(Account::address).stream().toList();
    }
}
