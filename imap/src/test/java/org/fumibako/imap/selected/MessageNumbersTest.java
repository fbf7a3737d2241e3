// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.selected;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.fumibako.imap.wire.SequenceSet;
import org.fumibako.imap.wire.SyntaxException;
import org.fumibako.model.UidSet;
import org.junit.jupiter.api.Test;

class MessageNumbersTest {
    private static final long STAR = 0;

    private final ClientView view = new ClientView(ClientViewTest.snapshot(10, 20, 30, 40));

    @Test
    void numbersCountFromOne() throws SyntaxException {
        assertThat(MessageNumbers.indexes(view, SequenceSet.of(2, 3), false)).containsExactly(1, 2);
        assertThat(MessageNumbers.indexes(view, SequenceSet.of(3, 2), false)).containsExactly(1, 2);
        assertThat(MessageNumbers.indexes(view, SequenceSet.of(STAR, STAR), false))
                .containsExactly(3);
    }

    @Test
    void numberBeyondTheLastMessageIsRefusedAndRangeIsCut() throws SyntaxException {
        assertThat(MessageNumbers.indexes(view, SequenceSet.of(4, 4), false)).containsExactly(3);
        assertThat(MessageNumbers.indexes(view, SequenceSet.of(4, 4_294_967_295L), false))
                .containsExactly(3);
        assertThatThrownBy(() -> MessageNumbers.indexes(view, SequenceSet.of(5, 5), false))
                .isInstanceOf(SyntaxException.class);
    }

    @Test
    void emptyMailboxHasNoNumbersButAnyUids() throws SyntaxException {
        ClientView empty = new ClientView(ClientViewTest.snapshot());

        assertThatThrownBy(() -> MessageNumbers.indexes(empty, SequenceSet.of(1, STAR), false))
                .isInstanceOf(SyntaxException.class);
        assertThat(MessageNumbers.indexes(empty, SequenceSet.of(1, STAR), true)).isEmpty();
    }

    @Test
    void uidsThatDoNotExistAreLeftOut() throws SyntaxException {
        assertThat(MessageNumbers.indexes(view, SequenceSet.of(15, 35), true)).containsExactly(1, 2);
        assertThat(MessageNumbers.indexes(view, SequenceSet.of(11, 19), true)).isEmpty();
        assertThat(MessageNumbers.indexes(view, SequenceSet.of(99, STAR), true)).containsExactly(3);
        assertThat(MessageNumbers.indexes(view, SequenceSet.of(1, 4_294_967_295L), true))
                .containsExactly(0, 1, 2, 3);
    }

    @Test
    void removedMessageHasItsNumberButNoUidToActOn() throws SyntaxException {
        view.advance(ClientViewTest.snapshot(10, 30, 40, 50));

        int[] all = MessageNumbers.indexes(view, SequenceSet.of(1, STAR), false);

        assertThat(all).containsExactly(0, 1, 2, 3, 4);
        assertThat(MessageNumbers.anyGone(view, all)).isTrue();
        assertThat(MessageNumbers.uids(view, all)).isEqualTo(UidSet.of(10, 30, 40, 50));
        assertThat(MessageNumbers.uidsOfNumbers(view, SequenceSet.of(2, 3)).contains(30))
                .isTrue();
        assertThat(MessageNumbers.uidsOfNumbers(view, SequenceSet.of(4, 9)).contains(50))
                .isTrue();
        assertThat(MessageNumbers.uidsOfNumbers(view, SequenceSet.of(6, 9)).isEmpty())
                .isTrue();
    }
}
