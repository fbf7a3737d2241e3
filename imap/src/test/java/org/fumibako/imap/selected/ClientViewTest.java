// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.selected;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.fumibako.imap.selected.ListSnapshot.Message;
import org.fumibako.model.Flags;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientViewTest {
    @Test
    void removedMessageKeepsItsNumberUntilItIsReleased() {
        ClientView view = new ClientView(snapshot(1, 2, 3));

        view.advance(snapshot(1, 3, 4));

        assertThat(uids(view)).containsExactly(1L, 2L, 3L, 4L);
        assertThat(view.isGhost(1)).isTrue();
        assertThat(view.indexOf(3)).isEqualTo(2);
        ClientView.Removed removed = view.release();
        assertThat(removed.indexes()).containsExactly(1);
        assertThat(removed.uids()).containsExactly(2);
        assertThat(uids(view)).containsExactly(1L, 3L, 4L);
    }

    @Test
    void ghostShowsItsLastState() {
        Message flagged = new Message(2, Flags.of("\\Flagged"), 7);
        ClientView view = new ClientView(new ListSnapshot(List.of(message(1), flagged), 3, 7));

        view.advance(snapshot(1));

        assertThat(view.snapshotOf(1).flags(view.indexIn(1))).isEqualTo(Flags.of("\\Flagged"));
    }

    @Test
    void uidThatIsNotThereHasAnInsertionPointAmongGhostsToo() {
        ClientView view = new ClientView(snapshot(2, 4, 6, 8));

        view.advance(snapshot(2, 8));

        assertThat(view.indexOf(1)).isEqualTo(-1);
        assertThat(view.indexOf(5)).isEqualTo(-3);
        assertThat(view.indexOf(7)).isEqualTo(-4);
        assertThat(view.indexOf(9)).isEqualTo(-5);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void viewOfAnyHistoryIsWhatTheClientWasToldPlusWhatItWasNot(long seed) {
        RandomGenerator random = new Random(seed);
        List<Message> store = new ArrayList<>();
        ClientView view = new ClientView(new ListSnapshot(store, 1, 1));
        List<Long> client = new ArrayList<>();
        long nextUid = 1;
        for (int modSeq = 2; modSeq < 600; modSeq++) {
            nextUid = change(store, random, nextUid, modSeq);
            ClientView.Advance advance = view.advance(new ListSnapshot(store, nextUid, modSeq));
            for (int i = view.size() - advance.arrived(); i < view.size(); i++) {
                client.add(view.uid(i));
            }
            assertThat(uids(view)).as("seed %d", seed).isEqualTo(client);
            if (random.nextInt(3) == 0) {
                ClientView.Removed removed = view.release();
                for (int i = 0; i < removed.indexes().length; i++) {
                    assertThat(client.remove(removed.indexes()[i] - i)).isEqualTo(removed.uids()[i]);
                }
                assertThat(client)
                        .as("seed %d", seed)
                        .isEqualTo(store.stream().map(Message::uid).toList());
            }
            for (int i = 0; i < view.size(); i++) {
                assertThat(view.indexOf(view.uid(i))).as("seed %d", seed).isEqualTo(i);
            }
        }
    }

    /** Adds, removes or flags a few messages, as several sessions would; returns the next UID. */
    private static long change(List<Message> store, RandomGenerator random, long nextUid, long modSeq) {
        long uid = nextUid;
        for (int left = random.nextInt(4); left > 0; left--) {
            switch (random.nextInt(3)) {
                case 0 -> store.add(new Message(uid++, Flags.NONE, modSeq));
                case 1 -> {
                    if (!store.isEmpty()) {
                        store.remove(random.nextInt(store.size()));
                    }
                }
                case 2 -> {
                    if (!store.isEmpty()) {
                        int at = random.nextInt(store.size());
                        store.set(at, new Message(store.get(at).uid(), Flags.of("\\Seen"), modSeq));
                    }
                }
                default -> throw new AssertionError();
            }
        }
        return uid;
    }

    static ListSnapshot snapshot(long... uids) {
        List<Message> messages = new ArrayList<>();
        long last = 0;
        for (long uid : uids) {
            messages.add(message(uid));
            last = uid;
        }
        return new ListSnapshot(messages, last + 1, 1);
    }

    private static Message message(long uid) {
        return new Message(uid, Flags.NONE, 1);
    }

    private static List<Long> uids(ClientView view) {
        List<Long> uids = new ArrayList<>();
        for (int i = 0; i < view.size(); i++) {
            uids.add(view.uid(i));
        }
        return uids;
    }
}
