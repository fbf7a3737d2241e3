// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.spam;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.fumibako.filter.Person;
import org.fumibako.filter.bayes.Counts;
import org.fumibako.filter.bayes.Memory;
import org.fumibako.model.AccountId;
import org.fumibako.model.DomainId;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Account;
import org.fumibako.registry.filter.Memories;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What accounts have taught, held in memory for a while. Safe for any number of threads. */
public final class Owners implements People {
    private static final Logger LOG = LoggerFactory.getLogger(Owners.class);

    /** Octets of all memories held; one has some ten thousand as a rule, and never more than two million. */
    private static final long MAX_HELD = 64L * 1024 * 1024;

    /** How late another process's lessons are known. */
    private static final Duration HELD_FOR = Duration.ofMinutes(1);

    private final Memories memories;
    private final BiPredicate<AccountId, EmailAddress> correspondents;
    private final Cache<AccountId, Memory> accounts = cache();
    private final Cache<DomainId, Memory> domains = cache();

    /** @param correspondents whether an account has written to an address */
    public Owners(Memories memories, BiPredicate<AccountId, EmailAddress> correspondents) {
        this.memories = memories;
        this.correspondents = correspondents;
    }

    private static <K> Cache<K, Memory> cache() {
        return Caffeine.newBuilder()
                .maximumWeight(MAX_HELD / 2)
                .weigher((K key, Memory memory) -> memory.weight())
                .expireAfterWrite(HELD_FOR)
                .build();
    }

    @Override
    public Person of(Account account) {
        return new Owner(
                ofAccount(account.id()),
                ofDomain(account.domain()),
                address -> correspondents.test(account.id(), address));
    }

    Memory ofAccount(AccountId account) {
        return accounts.get(account, id -> read(memories.of(id)));
    }

    Memory ofDomain(DomainId domain) {
        return domains.get(domain, id -> read(memories.of(id)));
    }

    /** What is known from now on. */
    void learnt(AccountId account, Memory ofAccount, DomainId domain, Memory ofDomain) {
        accounts.put(account, ofAccount);
        domains.put(domain, ofDomain);
    }

    /** Reads again what other processes may have written. */
    void forget(AccountId account, DomainId domain) {
        accounts.invalidate(account);
        domains.invalidate(domain);
    }

    private static Memory read(Optional<byte[]> octets) {
        try {
            return octets.map(Memory::of).orElse(Memory.NOTHING);
        } catch (IllegalArgumentException damaged) {
            LOG.warn("what the spam filter was taught cannot be read and is begun anew", damaged);
            return Memory.NOTHING;
        }
    }

    /**
     * The owner of an account.
     *
     * @param neighbours what all accounts of the domain have taught
     */
    private record Owner(Counts counts, Counts neighbours, java.util.function.Predicate<EmailAddress> written)
            implements Person {
        @Override
        public boolean hasWrittenTo(EmailAddress address) {
            return written.test(address);
        }
    }
}
