// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.submission;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.fumibako.jmap.Caller;
import org.fumibako.jmap.JmapServices;
import org.fumibako.jmap.kept.Kept;
import org.fumibako.jmap.wire.Ids;
import org.fumibako.jmap.wire.SetException;
import org.fumibako.journal.Origin;
import org.fumibako.model.Content;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Account;
import org.fumibako.store.EmailRow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends what was to be sent later when its time has come, on a thread of its own. A letter is claimed first, so several processes
 * send it once, and cannot be called back from then on. One that dies with a claim costs minutes, and a duplicate at the worst. A
 * letter whose message was destroyed meanwhile or lies in the trash is not sent: who throws away a letter that waits means that. A {@link WaitingDraft}
 * is filed as sent when it has gone.
 */
public final class ScheduledSending implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ScheduledSending.class);

    /** Of a claim: longer than filing and queueing one message ever takes. */
    private static final Duration CLAIM = Duration.ofMinutes(10);

    /** Between two looks when nobody says that there is something: another process may have been told. */
    private static final Duration INTERVAL = Duration.ofSeconds(20);

    private static final int AT_ONCE = 20;

    /** The process is gone within five seconds of being told to stop; what is claimed is due again later. */
    private static final Duration FINISH = Duration.ofSeconds(3);

    private final JmapServices services;
    private final Outbox outbox;
    private final Submissions submissions;
    private final WaitingDraft draft;
    private final Semaphore news = new Semaphore(0);
    private volatile boolean closed;
    private final Thread thread =
            Thread.ofPlatform().daemon().name("scheduled-sending").unstarted(this::run);

    public ScheduledSending(JmapServices services, Outbox outbox, Submissions submissions) {
        this.services = services;
        this.outbox = outbox;
        this.submissions = submissions;
        this.draft = new WaitingDraft(services.store());
    }

    /** Begins to send. */
    public void start() {
        thread.start();
    }

    /** There is a new letter that waits. */
    void wake() {
        news.release();
    }

    private void run() {
        try {
            while (!closed) {
                round();
                boolean _ = news.tryAcquire(pause().toMillis(), TimeUnit.MILLISECONDS);
                int _ = news.drainPermits();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void round() throws InterruptedException {
        try {
            while (!closed && sendDue() == AT_ONCE) {
                LOG.debug("more letters are due");
            }
        } catch (RuntimeException failed) {
            LOG.error("letters that wait could not be sent; they are tried again", failed);
            Thread.sleep(INTERVAL);
        }
    }

    private Duration pause() {
        try {
            Duration until = submissions
                    .kept()
                    .nextDue()
                    .map(due ->
                            Duration.between(services.clock().instant(), due).plusMillis(1))
                    .orElse(INTERVAL);
            return until.isNegative() ? Duration.ofMillis(1) : until.compareTo(INTERVAL) < 0 ? until : INTERVAL;
        } catch (RuntimeException unreadable) {
            return INTERVAL;
        }
    }

    /** Sends what is due, and says how many it were. */
    int sendDue() {
        Instant now = services.clock().instant();
        List<Kept.Item> due = submissions.kept().claim(now, now.plus(CLAIM), AT_ONCE);
        for (Kept.Item item : due) {
            try {
                ObjectNode ended = send(item);
                boolean settled = submissions.kept().replace(item, ended, Optional.empty());
                if (!settled) {
                    LOG.warn(
                            "submission {} of account {} changed while it was sent",
                            item.id(),
                            item.row().account());
                }
            } catch (SetException impossible) {
                throw new IllegalStateException("a submission grew too large", impossible);
            }
        }
        return due.size();
    }

    private ObjectNode send(Kept.Item item) {
        ObjectNode json = item.json();
        Optional<Account> account =
                services.directory().account(item.row().account()).filter(own -> !own.suspended());
        if (account.isEmpty()) {
            return SubmissionJson.refused(json, "550 5.7.1 The account may not send any more.");
        }
        EmailAddress sender = EmailAddress.of(
                json.path("envelope").path("mailFrom").path("email").asString());
        OptionalLong contentId = Ids.email(json.path("emailId").asString());
        List<EmailRow> rows = services.mail().emails().rows(account.get().id(), List.of(contentId.orElse(0)), Set.of());
        if (rows.isEmpty() || draft.thrownAway(account.get().id(), rows.getFirst())) {
            return SubmissionJson.canceled(json);
        }
        Origin origin = Origin.system("scheduled").withLogin(account.get().address());
        try (Content message =
                services.store().content(account.get().id(), rows.getFirst().contentId())) {
            Caller caller = new Caller(account.get(), origin, true);
            ObjectNode sent =
                    SubmissionJson.sent(json, outbox.send(caller, sender, SubmissionJson.recipients(json), message));
            draft.settle(account.get().id(), rows.getFirst(), true, origin);
            return sent;
        } catch (SetException refused) {
            draft.settle(account.get().id(), rows.getFirst(), false, origin);
            return SubmissionJson.refused(json, "550 5.7.1 " + refused.error().description());
        }
    }

    @Override
    public void close() {
        closed = true;
        news.release();
        try {
            boolean _ = thread.getState() == Thread.State.NEW || thread.join(FINISH);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
