// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.fumibako.imap.order.Threads;
import org.fumibako.imap.wire.Octets;
import org.junit.jupiter.api.Test;

class ThreadAnswerTest {
    private static final int NONE = Threads.NONE;

    /** The example of RFC 5256 §4. */
    @Test
    void repliesFollowUntilTheThreadSplits() {
        long[] numbers = {2, 3, 6, 4, 23, 44, 7, 96};

        assertThat(answer(new int[] {NONE, NONE, 1, 2, 3, 2, 5, 6}, 8, numbers))
                .isEqualTo("* THREAD (2)(3 6 (4 23)(44 7 96))\r\n");
    }

    /** The example of RFC 5256 §4. */
    @Test
    void threadWithoutItsFirstMessageHasNoNumber() {
        assertThat(answer(new int[] {2, 2}, 3, new long[] {3, 5})).isEqualTo("* THREAD ((3)(5))\r\n");
    }

    @Test
    void branchesMaySplitAgain() {
        assertThat(answer(new int[] {NONE, 0, 0, 1, 1, 4}, 6, new long[] {1, 2, 3, 4, 5, 6}))
                .isEqualTo("* THREAD (1 (2 (4)(5 6))(3))\r\n");
    }

    @Test
    void nothingFoundIsAnEmptyAnswer() {
        assertThat(answer(new int[0], 0, new long[0])).isEqualTo("* THREAD\r\n");
    }

    @Test
    void depthCostsNoStack() {
        int messages = 100_000;
        int[] parent = new int[messages];
        // Every second message is a reply without replies, so that the thread splits at each level.
        Arrays.setAll(parent, place -> place == 0 ? NONE : place % 2 == 1 ? place - 1 : place - 2);

        String answer = answer(
                parent, messages, IntStream.range(0, messages).asLongStream().toArray());

        assertThat(answer).startsWith("* THREAD (0 (1)(2 (").endsWith("))\r\n");
        assertThat(answer.chars().filter(c -> c == '(').count())
                .isEqualTo(answer.chars().filter(c -> c == ')').count());
    }

    private static String answer(int[] parent, int nodes, long[] numbers) {
        int[] order = IntStream.range(0, numbers.length).toArray();
        Octets out = new Octets(64);
        new ThreadAnswer(new Threads(parent, nodes, order), place -> numbers[place], out).write();
        return out.toString();
    }
}
