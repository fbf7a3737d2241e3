// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.rules;

import java.util.List;

/**
 * What rules would do with a message; nothing was done.
 *
 * @param rules one for each rule that was tried, in their order
 */
record Tried(List<TriedRule> rules) {
    /**
     * A rule.
     *
     * @param conditions for each of its conditions, whether it holds
     */
    record TriedRule(Verdict verdict, List<Boolean> conditions) {}

    /** What became of it. */
    enum Verdict {
        /** It takes the message. */
        TAKES,
        /** Its conditions do not hold. */
        PASSES,
        OFF,
        /** An earlier rule that takes the message says that no other comes after it. */
        NOT_REACHED
    }
}
