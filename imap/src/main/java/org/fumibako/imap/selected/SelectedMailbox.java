// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.selected;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.fumibako.imap.wire.Octets;
import org.fumibako.imap.wire.Rights;
import org.fumibako.model.AccountId;
import org.fumibako.model.MailboxId;
import org.fumibako.store.MailboxException;
import org.fumibako.store.MailboxSnapshot;
import org.fumibako.store.MessageStore;

/**
 * The mailbox that a session has selected, as its client knows it. {@link #sync} takes the store's latest snapshot and writes
 * what the client does not know yet; an unchanged mailbox costs one call and one comparison.
 */
public final class SelectedMailbox {
    private final MessageStore store;
    private final AccountId account;
    private final boolean readOnly;
    private final ClientView view;
    private final Supplier<Rights> rights;
    private final Set<String> keywords = new TreeSet<>();

    /** A mailbox in which everything may be done. */
    public SelectedMailbox(MessageStore store, AccountId account, MailboxSnapshot first, boolean readOnly) {
        this(store, account, first, readOnly, () -> Rights.ALL);
    }

    /** @param rights what the session may do, asked anew each time; it is over when it may not read any more */
    public SelectedMailbox(
            MessageStore store, AccountId account, MailboxSnapshot first, boolean readOnly, Supplier<Rights> rights) {
        this.rights = rights;
        this.store = store;
        this.account = account;
        this.readOnly = readOnly;
        this.view = new ClientView(first);
        collectKeywords(0);
    }

    public AccountId account() {
        return account;
    }

    public MailboxId id() {
        return view.current().mailbox();
    }

    /** Opened by EXAMINE. */
    public boolean readOnly() {
        return readOnly;
    }

    /** What the session may do, as far as the mailbox is not read-only. */
    public Rights rights() {
        return rights.get();
    }

    public ClientView view() {
        return view;
    }

    /** The keywords that the client was told of. */
    public Set<String> keywords() {
        return Collections.unmodifiableSet(keywords);
    }

    /**
     * Writes what changed since the client was last told.
     *
     * @param expunges whether EXPUNGE may be sent now; otherwise removed messages keep their numbers for the time being
     */
    public void sync(UpdateStyle style, boolean expunges, Octets out) throws MailboxGoneException {
        int _ = sync(style, expunges, index -> false, out);
    }

    /**
     * As {@link #sync(UpdateStyle, boolean, Octets)}, but silent about flags of the messages that {@code told} accepts.
     *
     * @return how many messages are new; they are the last ones
     */
    public int sync(UpdateStyle style, boolean expunges, IntPredicate told, Octets out) throws MailboxGoneException {
        int before = view.size();
        ClientView.Advance advance = view.advance(latest());
        UpdateWriter writer = new UpdateWriter(out, style);
        if (advance.arrived() > 0) {
            writer.exists(view.size());
        }
        if (learnKeywords(advance, before)) {
            writer.flags(keywords, readOnly ? Rights.NONE : rights());
        }
        for (int index : advance.changed()) {
            if (!told.test(index)) {
                writer.flagsOf(view, index);
            }
        }
        if (expunges && view.hasGhosts()) {
            writer.removed(view.release());
        }
        return advance.arrived();
    }

    /** Writes one message's flags, as a FETCH of them would. */
    public void tellFlags(int index, UpdateStyle style, Octets out) {
        new UpdateWriter(out, style).flagsOf(view, index);
    }

    /** Writes one message's mod-sequence without its flags. */
    public void tellModSeq(int index, UpdateStyle style, Octets out) {
        new UpdateWriter(out, style).modSeqOf(view, index);
    }

    private MailboxSnapshot latest() throws MailboxGoneException {
        MailboxSnapshot next;
        try {
            next = store.snapshot(account, id());
        } catch (MailboxException gone) {
            MailboxGoneException end = new MailboxGoneException();
            end.initCause(gone);
            throw end;
        }
        if (!rights().has('r')) {
            throw new MailboxGoneException();
        }
        if (next.uidValidity() != view.current().uidValidity()) {
            throw new MailboxGoneException();
        }
        return next;
    }

    private boolean learnKeywords(ClientView.Advance advance, int firstNew) {
        boolean learned = false;
        for (int index : advance.changed()) {
            learned |= keywords.addAll(
                    view.snapshotOf(index).flags(view.indexIn(index)).keywords());
        }
        boolean arrived = collectKeywords(firstNew);
        return learned || arrived;
    }

    private boolean collectKeywords(int firstIndex) {
        boolean learned = false;
        for (int index = firstIndex; index < view.size(); index++) {
            learned |= keywords.addAll(
                    view.snapshotOf(index).flags(view.indexIn(index)).keywords());
        }
        return learned;
    }
}
