// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.dkim;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import org.fumibako.model.DomainName;

/** The keys of a {@link KeySource}, each taken apart once: that costs as much as a tenth of an RSA signature. Thread-safe. */
public final class SigningKeys {
    /** Keys held: some kilobytes each; two a domain. */
    private static final int HELD = 10_000;

    private final KeySource source;
    private final Cache<StoredDkimKey, DkimKey> held =
            Caffeine.newBuilder().maximumSize(HELD).build();

    public SigningKeys(KeySource source) {
        this.source = source;
    }

    /** The keys that sign for a domain now. */
    public List<DkimKey> of(DomainName domain) {
        List<StoredDkimKey> stored = source.signing(domain);
        List<DkimKey> keys = new ArrayList<>(stored.size());
        for (StoredDkimKey key : stored) {
            keys.add(held.get(key, DkimKey::of));
        }
        return keys;
    }
}
