// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.selected;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fumibako.model.UidSet;
import org.fumibako.store.MailboxSnapshot;

/**
 * The messages that one client knows of, in the order of its sequence numbers ({@code index} counts from 0). It is the latest
 * snapshot plus the <em>ghosts</em>: messages that another session removed, whose EXPUNGE could not be announced yet
 * (RFC 9051 §7.5.1), so that no sequence number shifts under the client.
 *
 * <p>Confined to the session: guarded by its lock.
 */
public final class ClientView {
    private MailboxSnapshot current;
    private List<Ghost> ghosts = List.of();
    private UidSet saved = UidSet.EMPTY;

    public ClientView(MailboxSnapshot current) {
        this.current = current;
    }

    /** A removed message: its index in the view, and where its last state lies. */
    private record Ghost(int at, MailboxSnapshot snapshot, int index) {
        long uid() {
            return snapshot.uid(index);
        }
    }

    /**
     * What {@link #advance} found.
     *
     * @param changed indexes of messages whose flags changed, ascending
     * @param arrived how many messages are new; they are the last of the view
     */
    public record Advance(int[] changed, int arrived) {
        static final Advance NOTHING = new Advance(new int[0], 0);
    }

    /** The removed messages that {@link #release} dropped: their indexes before, ascending, and their UIDs. */
    public record Removed(int[] indexes, long[] uids) {}

    /** The latest snapshot; without the ghosts. */
    public MailboxSnapshot current() {
        return current;
    }

    /** What {@code $} stands for: UIDs, of which some may be gone (RFC 9051 §6.4.4.1). */
    public UidSet saved() {
        return saved;
    }

    public void save(UidSet result) {
        saved = result;
    }

    public int size() {
        return current.size() + ghosts.size();
    }

    public boolean hasGhosts() {
        return !ghosts.isEmpty();
    }

    /** Whether the message was removed by another session. */
    public boolean isGhost(int index) {
        if (ghosts.isEmpty()) {
            return false;
        }
        int before = ghostsBefore(index);
        return before < ghosts.size() && ghosts.get(before).at() == index;
    }

    /** The snapshot that holds the message's latest known state, at {@link #indexIn}. */
    public MailboxSnapshot snapshotOf(int index) {
        return isGhost(index) ? ghosts.get(ghostsBefore(index)).snapshot() : current;
    }

    public int indexIn(int index) {
        if (ghosts.isEmpty()) {
            return index;
        }
        int before = ghostsBefore(index);
        boolean ghost = before < ghosts.size() && ghosts.get(before).at() == index;
        return ghost ? ghosts.get(before).index() : index - before;
    }

    public long uid(int index) {
        return ghosts.isEmpty() ? current.uid(index) : snapshotOf(index).uid(indexIn(index));
    }

    /** The index of the message, or {@code -(insertion point) - 1}. */
    public int indexOf(long uid) {
        int found = current.indexOf(uid);
        if (ghosts.isEmpty()) {
            return found;
        }
        int ghost = firstGhostFrom(uid);
        if (ghost < ghosts.size() && ghosts.get(ghost).uid() == uid) {
            return ghosts.get(ghost).at();
        }
        return found >= 0 ? found + ghost : found - ghost;
    }

    /** Takes a later snapshot of the same mailbox as the current one. */
    public Advance advance(MailboxSnapshot next) {
        if (next.equals(current)) {
            return Advance.NOTHING;
        }
        MailboxSnapshot earlier = current;
        List<Ghost> all = new ArrayList<>();
        IntList changed = new IntList();
        int old = 0;
        int now = 0;
        int known = 0;
        while (old < earlier.size()) {
            while (known < ghosts.size() && ghosts.get(known).at() == old + known) {
                all.add(ghosts.get(known++));
            }
            if (old == now && now < next.size() && next.sharesChunk(earlier, now)) {
                old++;
                now++;
            } else if (now < next.size() && next.uid(now) == earlier.uid(old)) {
                if (next.modSeq(now) != earlier.modSeq(old)) {
                    changed.add(old + known);
                }
                old++;
                now++;
            } else {
                all.add(new Ghost(old + known, earlier, old));
                old++;
            }
        }
        all.addAll(ghosts.subList(known, ghosts.size()));
        ghosts = List.copyOf(all);
        current = next;
        return new Advance(changed.toArray(), next.size() - now);
    }

    /** Drops the ghosts, because the client is being told of them. */
    public Removed release() {
        int[] indexes = new int[ghosts.size()];
        long[] uids = new long[ghosts.size()];
        for (int i = 0; i < indexes.length; i++) {
            indexes[i] = ghosts.get(i).at();
            uids[i] = ghosts.get(i).uid();
        }
        ghosts = List.of();
        return new Removed(indexes, uids);
    }

    private int ghostsBefore(int index) {
        int low = 0;
        int high = ghosts.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ghosts.get(middle).at() < index) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int firstGhostFrom(long uid) {
        int low = 0;
        int high = ghosts.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ghosts.get(middle).uid() < uid) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** A growing array of indexes. */
    private static final class IntList {
        private int[] values = new int[16];
        private int count;

        void add(int value) {
            if (count == values.length) {
                values = Arrays.copyOf(values, 2 * count);
            }
            values[count++] = value;
        }

        int[] toArray() {
            return Arrays.copyOf(values, count);
        }
    }
}
