// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import org.fumibako.app.config.Configuration;
import org.fumibako.delivery.abuse.Backscatter;
import org.fumibako.delivery.abuse.SentRecord;
import org.fumibako.delivery.abuse.TakeoverNotice;
import org.fumibako.delivery.abuse.TakeoverWatch;
import org.fumibako.delivery.notice.NoticeBoard;
import org.fumibako.delivery.notice.SystemLetter;
import org.fumibako.delivery.room.RoomNotice;
import org.fumibako.delivery.room.RoomWatch;
import org.fumibako.delivery.spam.Learning;
import org.fumibako.delivery.spam.Owners;
import org.fumibako.delivery.spam.SpamStep;
import org.fumibako.filter.weights.SharedBase;
import org.fumibako.registry.Registry;
import org.fumibako.store.Volume;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What tells spam, errors of mail never sent, accounts that somebody else uses, and mailboxes that fill up. */
final class Guard implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);

    private final Signatures signatures;
    private final SentRecord sent;
    private final Backscatter backscatter;
    private final TakeoverWatch watch;
    private final RoomWatch room;
    private final SharedBase base;
    private final SpamStep spam;
    private final Learning learning;

    Guard(Configuration configuration, Ground ground, Registry registry, Volume volume, Clock clock) {
        this.signatures = new Signatures(ground, registry, clock);
        this.sent = new SentRecord(ground.journal());
        this.backscatter = new Backscatter(sent);
        this.base = base(ground.directory().filterBase());
        Owners owners = new Owners(registry.memories(), sent::hasSentTo);
        this.spam = new FilterParts(configuration, ground, registry, clock).step(base, owners);
        this.learning = new Learning(new Learning.Parts(
                ground.journal(), volume, registry, registry.memories(), owners, ground.volumeDatabase()));
        SystemLetter letters = new SystemLetter(configuration.host(), ZoneId.systemDefault(), new SecureRandom());
        NoticeBoard board = new NoticeBoard(configuration.host(), volume, signatures.step());
        TakeoverNotice notice = new TakeoverNotice(letters, board, registry, registry.customers()::contact);
        this.room = new RoomWatch(
                new RoomWatch.Parts(registry.roomWarnings(), volume, new RoomNotice(letters, board), clock));
        this.watch = new TakeoverWatch(
                new TakeoverWatch.Parts(registry, volume.queue(), ground.journal(), ground.countries(), notice, clock));
    }

    /** A file that cannot be read costs what was learnt, and no mail. */
    private static SharedBase base(Path file) {
        try {
            return SharedBase.open(file);
        } catch (IOException unreadable) {
            LOG.warn("the spam filter goes without what it was taught: {}", unreadable.toString());
            return SharedBase.empty(file);
        }
    }

    void start() {
        signatures.start();
        watch.start();
        room.start();
        learning.start();
    }

    /** What signs our mail. */
    Signatures signatures() {
        return signatures;
    }

    /** Whom accounts have written to. */
    SentRecord sent() {
        return sent;
    }

    Backscatter backscatter() {
        return backscatter;
    }

    /** What is spam to everybody. */
    SharedBase base() {
        return base;
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
        learning.close();
        room.close();
        watch.close();
        signatures.close();
    }
}
