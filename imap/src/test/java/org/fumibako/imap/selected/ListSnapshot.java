// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.selected;

import java.util.List;
import java.util.Optional;
import org.fumibako.model.Flags;
import org.fumibako.model.MailboxId;
import org.fumibako.store.MailboxSnapshot;

/** A snapshot of a list of messages, in chunks of {@link #CHUNK} that are shared when they are equal. */
public record ListSnapshot(List<Message> messages, long uidNext, long highestModSeq) implements MailboxSnapshot {
    static final int CHUNK = 4;

    public ListSnapshot {
        messages = List.copyOf(messages);
    }

    /** What a message is here: its flags and their mod-sequence. */
    public record Message(long uid, Flags flags, long modSeq) {}

    @Override
    public MailboxId mailbox() {
        return new MailboxId(1);
    }

    @Override
    public long uidValidity() {
        return 1;
    }

    @Override
    public int size() {
        return messages.size();
    }

    @Override
    public long uid(int index) {
        return messages.get(index).uid();
    }

    @Override
    public Flags flags(int index) {
        return messages.get(index).flags();
    }

    @Override
    public long modSeq(int index) {
        return messages.get(index).modSeq();
    }

    @Override
    public long createdSeq(int index) {
        return 0;
    }

    @Override
    public long messageSize(int index) {
        return 1000 + uid(index);
    }

    @Override
    public long internalDate(int index) {
        return 1_000_000 * uid(index);
    }

    @Override
    public long savedDate(int index) {
        return internalDate(index);
    }

    @Override
    public long contentId(int index) {
        return uid(index);
    }

    @Override
    public long threadId(int index) {
        return uid(index);
    }

    @Override
    public int indexOf(long uid) {
        for (int i = 0; i < size(); i++) {
            if (uid(i) >= uid) {
                return uid(i) == uid ? i : -i - 1;
            }
        }
        return -size() - 1;
    }

    @Override
    public Optional<Integer> firstUnseen() {
        for (int i = 0; i < size(); i++) {
            if (!flags(i).seen()) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    @Override
    public boolean sharesChunk(MailboxSnapshot earlier, int index) {
        int from = index / CHUNK * CHUNK;
        int to = Math.min(from + CHUNK, size());
        return earlier instanceof ListSnapshot other
                && other.size() >= to
                && (to == size() ? other.size() == to || to % CHUNK == 0 : true)
                && other.messages.subList(from, to).equals(messages.subList(from, to));
    }
}
