// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.srs;

import org.fumibako.model.EmailAddress;

/** Where mail to a rewritten address goes. */
public sealed interface Reversal {
    /**
     * To the sender before us: the original one, or the forwarder whose rewriting we rewrote.
     *
     * @param tag what was given when it was rewritten; 0 for nothing
     */
    record To(EmailAddress address, long tag) implements Reversal {
        /** Without a tag. */
        public To(EmailAddress address) {
            this(address, 0);
        }
    }

    /** An address that has nothing to do with rewriting. */
    record NotRewritten() implements Reversal {}

    /** Nowhere: it was not made here, or damaged on its way. */
    record Forged() implements Reversal {}

    /** Nowhere: too old to be a bounce of anything. */
    record Expired() implements Reversal {}
}
