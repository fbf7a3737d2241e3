// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.filter;

/**
 * How strangers are kept waiting at the door.
 *
 * @param greylist whether a server that is not known yet has to try again (RFC 6647)
 * @param tarpit whether who asks for addresses that do not exist is answered slowly
 */
public record Delays(boolean greylist, boolean tarpit) {
    /** Nobody waits. */
    public static final Delays NONE = new Delays(false, false);
}
