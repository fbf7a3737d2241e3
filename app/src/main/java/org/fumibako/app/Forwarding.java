// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import org.fumibako.app.config.Configuration;
import org.fumibako.delivery.Inboxes;
import org.fumibako.delivery.dsn.ForwardNotices;
import org.fumibako.delivery.forward.Forwarder;
import org.fumibako.delivery.forward.ReversePaths;
import org.fumibako.delivery.forward.StopNotice;
import org.fumibako.delivery.forward.TargetHealth;
import org.fumibako.delivery.notice.SystemLetter;
import org.fumibako.mailauth.dkim.KeySource;
import org.fumibako.mailauth.dkim.SigningKeys;
import org.fumibako.registry.ForwardRules;
import org.fumibako.registry.Registry;
import org.fumibako.store.Volume;

/** What forwarding consists of, for mail that comes in and for mail that goes out. */
final class Forwarding {
    private final Configuration configuration;
    private final Ground ground;
    private final Registry registry;
    private final Clock clock;
    private final Inboxes inboxes;
    private final SecureRandom random = new SecureRandom();

    Forwarding(Configuration configuration, Ground ground, Registry registry, Volume volume, Clock clock) {
        this.configuration = configuration;
        this.ground = ground;
        this.registry = registry;
        this.clock = clock;
        this.inboxes = new Inboxes(volume);
    }

    ForwardRules rules() {
        return registry.forwards().rules();
    }

    ReversePaths paths() {
        return new ReversePaths(registry::returnSecrets, configuration.host(), clock);
    }

    /** @param keys sign and seal what goes on */
    Forwarder forwarder(KeySource keys) {
        Forwarder.Parts parts = new Forwarder.Parts(
                registry, rules(), paths(), Optional.of(new SigningKeys(keys)), health(), ground.journal()::record);
        Forwarder.Identity identity = new Forwarder.Identity(
                configuration.host(), configuration.outbound().lifetime(), ZoneId.systemDefault());
        return new Forwarder(parts, identity, clock, random);
    }

    ForwardNotices notices() {
        return new ForwardNotices(registry, inboxes, health(), ground.journal()::record);
    }

    private TargetHealth health() {
        StopNotice notice = new StopNotice(new SystemLetter(configuration.host(), ZoneId.systemDefault(), random));
        return new TargetHealth(rules(), registry, inboxes, notice, ground.journal()::record);
    }
}
