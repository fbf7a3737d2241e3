// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.weights;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * A message whose kind is known.
 *
 * @param numbers of its tokens, those that count
 * @param all how many it has in all
 */
record Example(int[] numbers, boolean spam, int all) {
    void tokens(IntConsumer consumer) {
        for (int number : numbers) {
            consumer.accept(number);
        }
    }

    /** Without tokens that no other message has: they say nothing of the next one. */
    Example known(int[] seen) {
        return new Example(
                Arrays.stream(numbers).filter(number -> seen[number] > 1).toArray(), spam, all);
    }

    /** What a token counts, so that long messages weigh no more than short ones. */
    double share() {
        return 1 / Math.sqrt(Math.max(1, all));
    }
}
