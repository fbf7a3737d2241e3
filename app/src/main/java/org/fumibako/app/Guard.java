// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import org.fumibako.app.config.Configuration;
import org.fumibako.delivery.abuse.Backscatter;
import org.fumibako.delivery.abuse.SentRecord;
import org.fumibako.delivery.abuse.TakeoverNotice;
import org.fumibako.delivery.abuse.TakeoverWatch;
import org.fumibako.registry.Registry;
import org.fumibako.store.Volume;

/** What tells errors of mail never sent from accounts that somebody else uses. */
final class Guard implements AutoCloseable {
    private final Signatures signatures;
    private final Backscatter backscatter;
    private final TakeoverWatch watch;

    Guard(Configuration configuration, Ground ground, Registry registry, Volume volume, Clock clock) {
        this.signatures = new Signatures(ground, registry, clock);
        this.backscatter = new Backscatter(new SentRecord(ground.journal()));
        TakeoverNotice notice = new TakeoverNotice(new TakeoverNotice.Parts(
                configuration.host(), ZoneId.systemDefault(), volume, registry, signatures.step(), new SecureRandom()));
        this.watch = new TakeoverWatch(
                new TakeoverWatch.Parts(registry, volume.queue(), ground.journal(), ground.countries(), notice, clock));
    }

    void start() {
        signatures.start();
        watch.start();
    }

    /** What signs our mail. */
    Signatures signatures() {
        return signatures;
    }

    Backscatter backscatter() {
        return backscatter;
    }

    TakeoverWatch watch() {
        return watch;
    }

    @Override
    public void close() {
        watch.close();
        signatures.close();
    }
}
