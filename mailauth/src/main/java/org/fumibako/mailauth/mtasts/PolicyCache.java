// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.mtasts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.Optional;
import org.fumibako.model.DomainName;

/** Where policies are kept between messages, however long they hold. Safe for any number of threads. */
public interface PolicyCache {
    /**
     * A policy as it was fetched.
     *
     * @param id which version of it, from the domain's TXT record
     */
    record Entry(String id, MtaStsPolicy policy, Instant fetched) {
        boolean holds(Instant now) {
            return now.isBefore(fetched.plus(policy.maxAge()));
        }
    }

    Optional<Entry> find(DomainName domain);

    void keep(DomainName domain, Entry entry);

    /** Forgets with the process, and beyond {@code most} domains. */
    static PolicyCache inMemory(int most) {
        Cache<DomainName, Entry> entries =
                Caffeine.newBuilder().maximumSize(most).build();
        return new PolicyCache() {
            @Override
            public Optional<Entry> find(DomainName domain) {
                return Optional.ofNullable(entries.getIfPresent(domain));
            }

            @Override
            public void keep(DomainName domain, Entry entry) {
                entries.put(domain, entry);
            }
        };
    }
}
