// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.dns;

import java.time.Instant;
import java.util.List;
import org.fumibako.model.DomainName;
import org.fumibako.registry.dkim.DkimKeys;

/**
 * DKIM of a domain.
 *
 * @param keys none until they are made, which takes some seconds
 */
record DkimView(boolean signs, List<Key> keys) {
    /**
     * A key whose public half is published.
     *
     * @param host where the record is
     * @param record the text to publish
     */
    record Key(String selector, String algorithm, String host, String record, Instant created) {}

    static DkimView of(DkimKeys keys, DomainName domain) {
        return new DkimView(
                keys.signs(domain),
                keys.of(domain).stream()
                        .map(key -> new Key(
                                key.selector(),
                                key.algorithm(),
                                key.selector() + "._domainkey." + domain.ascii(),
                                key.record(),
                                key.created()))
                        .toList());
    }
}
