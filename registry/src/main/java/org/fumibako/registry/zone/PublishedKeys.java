// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.zone;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fumibako.model.DomainName;

/** The public keys of the signatures that domains make. Safe for any number of threads; asked often, so answers come from memory. */
public interface PublishedKeys {
    /** For where nothing is signed. */
    PublishedKeys NONE = new PublishedKeys() {
        @Override
        public List<PublishedKey> of(DomainName domain) {
            return List.of();
        }

        @Override
        public void onChange(Consumer<DomainName> listener) {}
    };

    /** What is published for a domain or subdomain now: the keys in use, and those of mail that is still on its way. */
    List<PublishedKey> of(DomainName domain);

    /** The same for many, at the start of a server. */
    default Map<DomainName, List<PublishedKey>> of(Collection<DomainName> domains) {
        return domains.stream().distinct().collect(Collectors.toMap(Function.identity(), this::of));
    }

    /** Tells {@code listener}, from any thread and without a lock or transaction held, of a domain for which {@link #of} now says something else. */
    void onChange(Consumer<DomainName> listener);
}
