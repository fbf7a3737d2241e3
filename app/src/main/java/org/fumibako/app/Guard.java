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
import org.fumibako.delivery.spam.Owner;
import org.fumibako.delivery.spam.SpamStep;
import org.fumibako.filter.FilterLimits;
import org.fumibako.filter.SpamFilter;
import org.fumibako.filter.bayes.Counts;
import org.fumibako.filter.signal.Signals;
import org.fumibako.registry.Registry;
import org.fumibako.store.Volume;

/** What tells errors of mail never sent from accounts that somebody else uses. */
final class Guard implements AutoCloseable {
    private final Signatures signatures;
    private final Backscatter backscatter;
    private final TakeoverWatch watch;
    private final SpamStep spam;

    Guard(Configuration configuration, Ground ground, Registry registry, Volume volume, Clock clock) {
        this.signatures = new Signatures(ground, registry, clock);
        SentRecord sent = new SentRecord(ground.journal());
        this.backscatter = new Backscatter(sent);
        this.spam = new SpamStep(
                new SpamFilter(Signals.ofMessage(), Counts.NONE, FilterLimits.DEFAULT),
                registry.filters()::of,
                account -> new Owner(Counts.NONE, address -> sent.hasSentTo(account, address)),
                registry,
                ground.journal()::record);
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

    /** What tells spam from wanted mail. */
    SpamStep spam() {
        return spam;
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
