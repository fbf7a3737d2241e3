// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.fumibako.imap.fetch.Fetcher;
import org.fumibako.imap.selected.MailboxGoneException;
import org.fumibako.imap.selected.SelectedMailbox;
import org.fumibako.imap.wire.NotifyCommand.SelectedEvents;
import org.fumibako.model.AccountId;
import org.fumibako.model.MailboxId;
import org.fumibako.store.ChangeFeed;
import org.fumibako.store.MailboxException;
import org.fumibako.store.MessageStore;
import org.fumibako.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a client asked to be told of with NOTIFY (RFC 5465), whenever it happens. As in {@link IdlePush}, a change starts a thread
 * unless one is about to look anyway: any number of changes costs one look, and what is told is what differs from the look before,
 * so nothing piles up for a client that reads slowly.
 *
 * <p>Guarded by the session's write lock, but for {@link #changed} and {@link #rearranged}.
 */
final class Watch implements ChangeFeed.Listener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    private final MessageStore store;
    private final Session session;
    private final SelectedEvents selected;
    private final Bulletin bulletin;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private final Map<AccountId, ChangeFeed.Subscription> subscriptions = new HashMap<>();
    private boolean idling;
    private boolean ended;

    Watch(MessageStore store, Bulletin bulletin, SelectedEvents selected, Session session) {
        this.store = store;
        this.session = session;
        this.selected = selected;
        this.bulletin = bulletin;
    }

    /** Begins to tell; what happened before is told by nobody but the STATUS responses that {@code status} asks for. */
    void begin(boolean status) throws IOException {
        if (selected.messages() || !bulletin.isEmpty()) {
            follow(session.account().id());
        }
        bulletin.begin(status);
        bulletin.owners().forEach(this::follow);
        session.selected().ifPresent(this::opened);
    }

    /** This is the selected mailbox from now on. */
    void opened(SelectedMailbox mailbox) {
        if (selected.messages()) {
            follow(mailbox.account());
        }
    }

    private void follow(AccountId account) {
        if (!ended) {
            subscriptions.computeIfAbsent(account, id -> store.changes().subscribe(id, this));
        }
    }

    SelectedEvents selected() {
        return selected;
    }

    /** Whether the client waits in IDLE, where nothing has to be delayed (RFC 5465 §6.1.2). */
    void idling(boolean now) {
        idling = now;
    }

    /** Tells what others did before the client's own command is carried out, which will be passed over. */
    void beforeOwn() throws IOException {
        bulletin.write();
    }

    /** A command of the client's own changed names, subscriptions or annotations: it need not be told (RFC 5465 §5). */
    void afterOwn() {
        bulletin.takeAsKnown(Set.of());
    }

    /** A command of the client's own brought messages to this mailbox. */
    void afterOwn(MailboxId mailbox) {
        bulletin.takeAsKnown(Set.of(mailbox));
    }

    /** Tells what the client wants to know of its selected mailbox's last {@code arrived} messages (RFC 5465 §5.2). */
    void fetchArrived(int arrived) throws IOException {
        if (arrived == 0 || selected.fetch().isEmpty()) {
            return;
        }
        SelectedMailbox mailbox = session.mailbox();
        int size = mailbox.view().size();
        int[] indexes = IntStream.range(size - arrived, size).toArray();
        try {
            Optional<?> _ = new Fetcher(
                            store,
                            mailbox,
                            selected.fetch(),
                            session.updates(false),
                            session.writer().octets())
                    .fetch(indexes, session.origin());
        } catch (MailboxException gone) {
            MailboxGoneException end = new MailboxGoneException();
            end.initCause(gone);
            throw end;
        }
    }

    @Override
    public void changed(MailboxId mailbox) {
        look();
    }

    @Override
    public void rearranged() {
        bulletin.rearranged();
        look();
    }

    private void look() {
        if (waiting.compareAndSet(false, true)) {
            Thread.ofVirtual().name("imap-notify-" + session.origin().session()).start(this::tell);
        }
    }

    private void tell() {
        session.writeLock().lock();
        try {
            waiting.set(false);
            if (!ended) {
                if (session.selected().isPresent() && selected.messages()) {
                    Updates.pushed(session, idling || !selected.delayed());
                }
                bulletin.write();
                bulletin.owners().forEach(this::follow);
                session.writer().flush();
            }
        } catch (MailboxGoneException gone) {
            close();
            Updates.bye(session, gone);
        } catch (IOException peerGone) {
            session.disconnect();
        } catch (StoreException trouble) {
            LOG.warn("session={} event=notify-failed", session.origin().session(), trouble);
        } finally {
            session.writeLock().unlock();
        }
    }

    /** Nothing is told any more. Idempotent. */
    @Override
    public void close() {
        ended = true;
        subscriptions.values().forEach(ChangeFeed.Subscription::close);
        subscriptions.clear();
    }
}
