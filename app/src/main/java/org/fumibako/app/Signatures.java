// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app;

import java.security.SecureRandom;
import java.time.Clock;
import org.fumibako.delivery.dkim.DomainKeys;
import org.fumibako.delivery.dkim.KeyRotation;
import org.fumibako.delivery.dkim.Signing;
import org.fumibako.registry.Registry;

/** What signs our mail, and what makes the keys for it. */
public final class Signatures implements AutoCloseable {
    private final Registry registry;
    private final DomainKeys keys;
    private final Signing signing;
    private final KeyRotation rotation;

    Signatures(Ground ground, Registry registry, Clock clock) {
        this.registry = registry;
        this.keys = new DomainKeys(registry.dkim(), clock);
        this.rotation = new KeyRotation(registry.dkim(), ground.registryDatabase(), clock, new SecureRandom());
        this.signing = new Signing(keys, clock, rotation);
    }

    /** Begins to make keys, now and for every domain that comes. */
    void start() {
        registry.watch(rotation::wake);
        rotation.start();
    }

    /** The step that signs. */
    Signing step() {
        return signing;
    }

    /** What every domain's keys do now. */
    public DomainKeys keys() {
        return keys;
    }

    public KeyRotation rotation() {
        return rotation;
    }

    @Override
    public void close() {
        rotation.close();
    }
}
