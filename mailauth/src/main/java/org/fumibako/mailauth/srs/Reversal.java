// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.srs;

import org.fumibako.model.EmailAddress;

/** Where mail to a rewritten address goes. */
public sealed interface Reversal {
    /** To the sender before us: the original one, or the forwarder whose rewriting we rewrote. */
    record To(EmailAddress address) implements Reversal {}

    /** An address that has nothing to do with rewriting. */
    record NotRewritten() implements Reversal {}

    /** Nowhere: it was not made here, or damaged on its way. */
    record Forged() implements Reversal {}

    /** Nowhere: too old to be a bounce of anything. */
    record Expired() implements Reversal {}
}
