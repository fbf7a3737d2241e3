// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.sorting;

import org.fumibako.model.Flags;
import org.fumibako.sieve.HeaderChanges;

/**
 * A mailbox that a message goes into.
 *
 * @param header how this copy of it differs
 */
public record Box(Where where, Flags flags, HeaderChanges header) {
    /** Where every message goes that no rule is about. */
    public static final Box USUAL = new Box(new Where.Usual(), Flags.NONE, HeaderChanges.NONE);

    /** Which mailbox. */
    public sealed interface Where {
        /** The INBOX, or Junk. */
        record Usual() implements Where {}

        /** One that a rule names: the usual one when it is gone before the message is filed. */
        record Named(String name) implements Where {}
    }

    public boolean isUsual() {
        return where instanceof Where.Usual;
    }
}
