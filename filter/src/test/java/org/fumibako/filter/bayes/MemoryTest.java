// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.bayes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MemoryTest {
    private static TokenSet tokens(Random random, int count) {
        TokenSet tokens = new TokenSet(count);
        for (int i = 0; i < count; i++) {
            tokens.add(random.nextLong());
        }
        return tokens;
    }

    @Test
    void whatIsTakenBackLeavesNoTrace() {
        Random random = new Random(5);
        Memory before = Memory.NOTHING.with(tokens(random, 300), true, 1).with(tokens(random, 200), false, 1);
        TokenSet message = tokens(random, 500);
        for (boolean spam : new boolean[] {true, false}) {
            Memory learnt = before.with(message, spam, 1);
            assertThat(learnt).isNotEqualTo(before);
            assertThat(learnt.with(message, spam, -1)).isEqualTo(before);
        }
    }

    @Test
    void countsEachKindForItself() {
        TokenSet message = tokens(new Random(6), 50);
        Memory memory = Memory.NOTHING
                .with(message, true, 1)
                .with(message, false, 1)
                .with(message, false, 1)
                .with(message, false, -1);
        assertThat(memory.spam()).isEqualTo(1);
        assertThat(memory.ham()).isEqualTo(1);
        message.forEach(token -> assertThat(memory.of(token)).isEqualTo(Counts.packed(1, 1)));
        assertThat(memory.of(12_345)).isZero();
    }

    @Test
    void isTheSameAfterItWasWritten() {
        Memory memory = Memory.NOTHING.with(tokens(new Random(7), 3_000), true, 1);
        assertThat(Memory.of(memory.octets())).isEqualTo(memory);
        assertThat(Memory.of(Memory.NOTHING.octets())).isEqualTo(Memory.NOTHING);
    }

    @Test
    void forgetsWhatWasSeenOnceWhenThereIsTooMuch() {
        Random random = new Random(8);
        TokenSet often = tokens(random, 100);
        Memory memory = Memory.NOTHING.with(often, true, 1).with(often, true, 1);
        for (int i = 0; i < 30; i++) {
            memory = memory.with(tokens(random, 6_000), false, 1);
            assertThat(memory.size()).isLessThanOrEqualTo(Memory.MOST_TOKENS);
        }
        Memory known = memory;
        often.forEach(token -> assertThat(known.of(token)).isEqualTo(Counts.packed(1, 0)));
    }

    @Test
    void refusesWhatIsNoMemory() {
        byte[] octets = Memory.NOTHING.with(tokens(new Random(9), 10), true, 1).octets();
        assertThatIllegalArgumentException().isThrownBy(() -> Memory.of(new byte[3]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Memory.of(java.util.Arrays.copyOf(octets, octets.length - 1)));
        octets[0] = 9;
        assertThatIllegalArgumentException().isThrownBy(() -> Memory.of(octets));
    }
}
