// SPDX-License-Identifier: Apache-2.0
package org.fumibako.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UidSetTest {
    @Test
    void intersectionOfSetsThatDoNotMeetIsEmpty() {
        assertThat(UidSet.of(1, 2, 3).and(UidSet.of(4, 5))).isEqualTo(UidSet.EMPTY);
        assertThat(UidSet.EMPTY.and(UidSet.ALL)).isEqualTo(UidSet.EMPTY);
    }

    @Test
    void intersectionWithEverythingChangesNothing() {
        UidSet set = UidSet.of(1, 2, 3, 7, UidSet.MAX_UID);

        assertThat(set.and(UidSet.ALL)).isEqualTo(set);
        assertThat(UidSet.ALL.and(set)).isEqualTo(set);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void intersectionHoldsWhatBothSetsContain(long seed) {
        RandomGenerator random = new Random(seed);
        UidSet first = some(random);
        UidSet second = some(random);
        long[] expected = LongStream.rangeClosed(1, 200)
                .filter(uid -> first.contains(uid) && second.contains(uid))
                .toArray();

        assertThat(first.and(second)).as("seed %d", seed).isEqualTo(UidSet.of(expected));
    }

    private static UidSet some(RandomGenerator random) {
        return UidSet.of(
                LongStream.range(0, 80).map(i -> 1 + random.nextInt(200)).toArray());
    }
}
