// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.mail;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fumibako.jmap.wire.MethodException;
import org.fumibako.jmap.wire.State;
import org.fumibako.model.AccountId;
import org.fumibako.model.MailboxId;
import org.fumibako.store.AccountView;
import org.fumibako.store.Departure;
import org.fumibako.store.Emails;
import org.fumibako.store.MailboxSnapshot;

/**
 * What became of emails since a state. An email was there at that state when one of its places that are, or one that it has left
 * since, had been taken by then; so it is known for certain what was created, what changed and what is gone.
 */
public final class MailChanges {
    private final MailIndex index;
    private final State since;
    private final Map<Long, Fate> fates = new HashMap<>();
    private final Emails.Departures departures;

    private MailChanges(MailIndex index, State since, Emails.Departures departures) {
        this.index = index;
        this.since = since;
        this.departures = departures;
    }

    /** What became of one email; counted up while the places are gone through. */
    public static final class Fate {
        private final long contentId;
        private final long threadId;
        private State first = new State(Long.MAX_VALUE, State.ALL);
        private boolean existed;
        private boolean exists;

        Fate(long contentId, long threadId) {
            this.contentId = contentId;
            this.threadId = threadId;
        }

        private void happened(long modSeq) {
            State event = new State(modSeq, contentId);
            first = event.compareTo(first) < 0 ? event : first;
        }

        public long contentId() {
            return contentId;
        }

        public long threadId() {
            return threadId;
        }

        /** The first thing that happened to it. */
        public State first() {
            return first;
        }

        /** Whether it was there at the state. */
        public boolean existed() {
            return existed;
        }

        /** Whether it is there now. */
        public boolean exists() {
            return exists;
        }
    }

    /** @throws MethodException when the state is none of ours or too old */
    public static MailChanges since(MailIndex index, Emails emails, AccountId account, String state)
            throws MethodException {
        State since = State.parse(state)
                .filter(known -> known.compareTo(index.state()) <= 0)
                .orElseThrow(MethodException::cannotCalculateChanges);
        Optional<Emails.Departures> departures = emails.departures(account, since.complete());
        MailChanges changes =
                new MailChanges(index, since, departures.orElseThrow(MethodException::cannotCalculateChanges));
        changes.compute();
        return changes;
    }

    private void compute() {
        for (Departure gone : departures.messages()) {
            if (!since.knows(gone.modSeq(), gone.contentId())
                    && gone.modSeq() <= index.view().modSeq()) {
                Fate fate = fate(gone.contentId(), gone.threadId());
                boolean before = since.knows(gone.createdSeq(), gone.contentId());
                fate.existed |= before;
                fate.happened(before ? gone.modSeq() : gone.createdSeq());
            }
        }
        for (AccountView.Seat seat : index.view().seats()) {
            if (seat.snapshot().highestModSeq() >= since.modSeq()) {
                changed(seat.snapshot());
            }
        }
        if (!fates.isEmpty()) {
            index.view().seats().forEach(seat -> unchanged(seat.snapshot()));
        }
    }

    private Fate fate(long contentId, long threadId) {
        return fates.computeIfAbsent(contentId, id -> new Fate(id, threadId));
    }

    private void changed(MailboxSnapshot snapshot) {
        for (int i = 0; i < snapshot.size(); i++) {
            long contentId = snapshot.contentId(i);
            if (!since.knows(snapshot.modSeq(i), contentId)) {
                Fate fate = fate(contentId, snapshot.threadId(i));
                boolean before = since.knows(snapshot.createdSeq(i), contentId);
                fate.happened(before ? snapshot.modSeq(i) : snapshot.createdSeq(i));
            }
        }
    }

    private void unchanged(MailboxSnapshot snapshot) {
        for (int i = 0; i < snapshot.size(); i++) {
            Fate fate = fates.get(snapshot.contentId(i));
            if (fate != null) {
                fate.exists = true;
                fate.existed |= since.knows(snapshot.createdSeq(i), snapshot.contentId(i));
            }
        }
    }

    /** The state that was asked for. */
    public State since() {
        return since;
    }

    /** All that something happened to, first things first. */
    public List<Fate> fates() {
        List<Fate> all = new ArrayList<>(fates.values());
        all.sort(Comparator.comparing(Fate::first));
        return all;
    }

    /** Mailboxes that were there at the state and are gone. */
    public List<MailboxId> goneMailboxes() {
        return departures.mailboxes();
    }
}
