// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.mail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.fumibako.jmap.wire.State;
import org.fumibako.model.Flags;
import org.fumibako.model.MailboxId;
import org.fumibako.model.SpecialUse;
import org.fumibako.store.AccountView;
import org.fumibako.store.MailboxSnapshot;

/**
 * An account's mail at one state: each message once, however many mailboxes it is in. Immutable but for what it computes when it
 * is first asked.
 */
public final class MailIndex {
    private final AccountView view;
    private final Map<MailboxId, Integer> numbers = new HashMap<>();
    /** Of messages with more than one place: all their places. */
    private final Map<Long, long[]> shared;

    private final Counts counts = new Counts(this);

    MailIndex(AccountView view) {
        this.view = view;
        for (int seat = 0; seat < view.seats().size(); seat++) {
            numbers.put(view.seats().get(seat).mailbox().id(), seat);
        }
        this.shared = places(doubles());
    }

    /** Content ids that are there more than once. */
    private LongSet doubles() {
        long[] all = new long[messages()];
        int next = 0;
        for (AccountView.Seat seat : view.seats()) {
            MailboxSnapshot snapshot = seat.snapshot();
            for (int i = 0; i < snapshot.size(); i++) {
                all[next++] = snapshot.contentId(i);
            }
        }
        Arrays.sort(all);
        LongSet doubles = new LongSet(16);
        for (int i = 1; i < all.length; i++) {
            if (all[i] == all[i - 1]) {
                doubles.add(all[i]);
            }
        }
        return doubles;
    }

    private Map<Long, long[]> places(LongSet contents) {
        Map<Long, long[]> places = new HashMap<>();
        if (contents.isEmpty()) {
            return places;
        }
        for (int seat = 0; seat < view.seats().size(); seat++) {
            MailboxSnapshot snapshot = snapshot(seat);
            for (int i = 0; i < snapshot.size(); i++) {
                if (contents.contains(snapshot.contentId(i))) {
                    places.merge(snapshot.contentId(i), new long[] {place(seat, i)}, MailIndex::joined);
                }
            }
        }
        return places;
    }

    private static long[] joined(long[] first, long[] second) {
        long[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    private static long place(int seat, int at) {
        return ((long) seat << 32) | at;
    }

    /** What was read to make it. */
    public AccountView view() {
        return view;
    }

    public State state() {
        return State.of(view.modSeq());
    }

    /** Messages in all mailboxes, copies counted. */
    public int messages() {
        return view.seats().stream().mapToInt(seat -> seat.snapshot().size()).sum();
    }

    public Counts counts() {
        return counts;
    }

    public Optional<AccountView.Seat> seat(MailboxId mailbox) {
        Integer number = numbers.get(mailbox);
        return number == null ? Optional.empty() : Optional.of(view.seats().get(number));
    }

    /** The mailbox with that use. */
    public Optional<AccountView.Seat> seat(SpecialUse use) {
        return view.seats().stream()
                .filter(seat -> seat.mailbox().use().equals(Optional.of(use)))
                .findFirst();
    }

    private MailboxSnapshot snapshot(int seat) {
        return view.seats().get(seat).snapshot();
    }

    /** Shows every email once. */
    public void forEach(Consumer<IndexedEmail> visitor) {
        for (int seat = 0; seat < view.seats().size(); seat++) {
            visit(seat, visitor);
        }
    }

    /** Shows every email of a mailbox once. */
    public void forEachIn(MailboxId mailbox, Consumer<IndexedEmail> visitor) {
        Integer seat = numbers.get(mailbox);
        if (seat == null) {
            return;
        }
        MailboxSnapshot snapshot = snapshot(seat);
        for (int i = 0; i < snapshot.size(); i++) {
            long[] places = shared.get(snapshot.contentId(i));
            if (places == null || firstIn(places, seat) == place(seat, i)) {
                visitor.accept(new IndexedEmail(this, seat, i));
            }
        }
    }

    private void visit(int seat, Consumer<IndexedEmail> visitor) {
        MailboxSnapshot snapshot = snapshot(seat);
        for (int i = 0; i < snapshot.size(); i++) {
            long[] places = shared.isEmpty() ? null : shared.get(snapshot.contentId(i));
            if (places == null || places[0] == place(seat, i)) {
                visitor.accept(new IndexedEmail(this, seat, i));
            }
        }
    }

    private static long firstIn(long[] places, int seat) {
        for (long place : places) {
            if (place >>> 32 == seat) {
                return place;
            }
        }
        return -1;
    }

    /** An email by one of its places. */
    public record IndexedEmail(MailIndex index, int seat, int at) implements Email {
        private MailboxSnapshot snapshot() {
            return index.snapshot(seat);
        }

        @Override
        public long contentId() {
            return snapshot().contentId(at);
        }

        @Override
        public long threadId() {
            return snapshot().threadId(at);
        }

        public long size() {
            return snapshot().messageSize(at);
        }

        @Override
        public Flags flags() {
            long[] places = index.shared.get(contentId());
            if (places == null) {
                return snapshot().flags(at);
            }
            List<Flags> flags = new ArrayList<>(places.length);
            for (long place : places) {
                flags.add(index.snapshot((int) (place >>> 32)).flags((int) place));
            }
            return Email.flags(flags);
        }

        /** Milliseconds since the epoch. */
        public long receivedAt() {
            long[] places = index.shared.get(contentId());
            if (places == null) {
                return snapshot().internalDate(at);
            }
            long earliest = Long.MAX_VALUE;
            for (long place : places) {
                earliest =
                        Math.min(earliest, index.snapshot((int) (place >>> 32)).internalDate((int) place));
            }
            return earliest;
        }

        public boolean isIn(MailboxId mailbox) {
            Integer wanted = index.numbers.get(mailbox);
            return wanted != null && isIn(wanted);
        }

        /** Whether it is in a mailbox besides these. */
        public boolean isOutside(java.util.Set<MailboxId> mailboxes) {
            for (int other = 0; other < index.view.seats().size(); other++) {
                if (isIn(other)
                        && !mailboxes.contains(
                                index.view.seats().get(other).mailbox().id())) {
                    return true;
                }
            }
            return false;
        }

        private boolean isIn(int wanted) {
            if (wanted == seat) {
                return true;
            }
            long[] places = index.shared.get(contentId());
            return places != null && firstIn(places, wanted) >= 0;
        }
    }
}
