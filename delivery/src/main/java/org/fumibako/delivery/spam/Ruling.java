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
 */
public record Ruling(boolean spam, Mark mark, Optional<SpecialUse> mailbox, boolean dropped) {
    /** Of an account that has no filter. */
    public static final Ruling UNTOUCHED = new Ruling(false, Mark.NONE, Optional.empty(), false);
}
