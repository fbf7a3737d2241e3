// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.spam;

import java.util.Optional;
import org.fumibako.model.SpecialUse;

/**
 * What becomes of a message for one account.
 *
 * @param spam whether it is; nothing that is goes on to where the account forwards
 * @param mailbox where it goes instead of where it would go
 * @param dropped whether it goes nowhere
 * @param score what rules may ask about; empty when nobody looked
 */
public record Ruling(boolean spam, Mark mark, Optional<SpecialUse> mailbox, boolean dropped, Optional<Score> score) {
    /** Of an account that has no filter. */
    public static final Ruling UNTOUCHED = new Ruling(false, Mark.NONE, Optional.empty(), false, Optional.empty());

    /** Whether rules are asked: of spam only when the domain leaves it where it would go. */
    public boolean isSorted() {
        return mailbox.isEmpty() && !dropped;
    }

    /**
     * How sure the filter is.
     *
     * @param points the sum of all
     * @param threshold the least that is spam to the domain
     * @param scanned whether a virus scanner looked at it
     */
    public record Score(double points, double threshold, boolean scanned) {
        /** From 0 to 100; spam has 50 or more. */
        public int percent() {
            return (int) Math.clamp(Math.floor(50 * points / threshold), 0, 100);
        }
    }
}
