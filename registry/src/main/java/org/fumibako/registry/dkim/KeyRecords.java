// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.dkim;

import java.util.List;
import java.util.function.Consumer;
import org.fumibako.model.DomainName;
import org.fumibako.registry.zone.PublishedKey;
import org.fumibako.registry.zone.PublishedKeys;

/** The records of all keys that are kept. */
record KeyRecords(DkimKeys keys) implements PublishedKeys {
    @Override
    public List<PublishedKey> of(DomainName domain) {
        return keys.of(domain).stream()
                .map(key -> new PublishedKey(key.selector(), key.record()))
                .toList();
    }

    @Override
    public void onChange(Consumer<DomainName> listener) {
        keys.onChange(listener);
    }
}
