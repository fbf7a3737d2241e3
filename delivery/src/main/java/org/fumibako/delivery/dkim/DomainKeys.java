// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.dkim;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.fumibako.mailauth.dkim.KeySchedule;
import org.fumibako.mailauth.dkim.KeySource;
import org.fumibako.mailauth.dkim.SignatureAlgorithm;
import org.fumibako.mailauth.dkim.SignatureFault;
import org.fumibako.mailauth.dkim.StoredDkimKey;
import org.fumibako.model.DomainName;
import org.fumibako.registry.dkim.DkimKeys;
import org.fumibako.registry.dkim.SigningKey;

/** The registry's keys, each at its work by {@link KeySchedule}. From memory. */
public final class DomainKeys implements KeySource {
    private static final KeySchedule.Policy POLICY = KeySchedule.Policy.DEFAULT;

    private final DkimKeys keys;
    private final InstantSource clock;

    public DomainKeys(DkimKeys keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public List<StoredDkimKey> signing(DomainName domain) {
        List<SigningKey> kept = keys.of(domain);
        if (kept.isEmpty()) {
            return List.of();
        }
        List<StoredDkimKey> signing = new ArrayList<>(2);
        for (KeySchedule.Key at : schedule(kept).signing()) {
            for (SigningKey key : kept) {
                if (key.selector().equals(at.selector())) {
                    signing.add(stored(key, at.algorithm()));
                }
            }
        }
        return signing;
    }

    /** Every key that is kept of a domain, the oldest first. */
    List<SigningKey> kept(DomainName domain) {
        return keys.of(domain);
    }

    /** What the keys of a domain do now. */
    public KeySchedule schedule(DomainName domain) {
        return schedule(keys.of(domain));
    }

    private KeySchedule schedule(List<SigningKey> kept) {
        List<KeySchedule.Key> named = new ArrayList<>(kept.size());
        for (SigningKey key : kept) {
            named.add(new KeySchedule.Key(key.selector(), algorithm(key), key.created()));
        }
        return KeySchedule.at(clock.instant(), named, POLICY);
    }

    private static SignatureAlgorithm algorithm(SigningKey key) {
        try {
            return SignatureAlgorithm.of(key.algorithm());
        } catch (SignatureFault damaged) {
            throw new IllegalStateException("not a key: " + key, damaged);
        }
    }

    private static StoredDkimKey stored(SigningKey key, SignatureAlgorithm algorithm) {
        return new StoredDkimKey(
                key.domain(), key.selector(), algorithm, key.privateKey(), key.publicKey(), key.created());
    }
}
