// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.fumibako.imap.selected.MailboxGoneException;
import org.fumibako.model.MailboxId;
import org.fumibako.store.ChangeFeed;
import org.fumibako.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells an idling client of changes. A change starts a thread unless one is about to look anyway, so that any number of changes
 * at once costs one look at the mailbox.
 */
final class IdlePush implements ChangeFeed.Listener {
    private static final Logger LOG = LoggerFactory.getLogger(IdlePush.class);

    private final Session session;
    private final MailboxId mailbox;
    private final AtomicBoolean waiting = new AtomicBoolean();
    /** Guarded by the session's write lock. */
    private boolean ended;

    IdlePush(Session session) {
        this.session = session;
        this.mailbox = session.mailbox().id();
    }

    @Override
    public void changed(MailboxId changed) {
        if (changed.equals(mailbox)) {
            look();
        }
    }

    /** Another account's mailbox may not be readable any more. */
    @Override
    public void rearranged() {
        look();
    }

    private void look() {
        if (waiting.compareAndSet(false, true)) {
            Thread.ofVirtual().name("imap-idle-" + session.origin().session()).start(this::tell);
        }
    }

    /** IDLE is over; the caller holds the write lock. */
    void end() {
        ended = true;
    }

    private void tell() {
        session.writeLock().lock();
        try {
            waiting.set(false);
            if (!ended) {
                Updates.all(session, false);
                session.writer().flush();
            }
        } catch (MailboxGoneException gone) {
            ended = true;
            Updates.bye(session, gone);
        } catch (IOException peerGone) {
            session.disconnect();
        } catch (StoreException trouble) {
            LOG.warn("session={} event=idle-update-failed", session.origin().session(), trouble);
        } finally {
            session.writeLock().unlock();
        }
    }
}
