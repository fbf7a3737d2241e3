// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.server.wire;

import java.util.Optional;
import java.util.Set;

/**
 * The parameters of RCPT (RFC 3461 §4.1, §4.2).
 *
 * @param notifyOn when a DSN is wanted; empty when the client did not say, {@link Notify#NEVER} stands alone
 * @param originalRecipient ORCPT as {@code type;address}, xtext decoded
 */
public record RcptParameters(Set<Notify> notifyOn, Optional<String> originalRecipient) {
    public static final RcptParameters NONE = new RcptParameters(Set.of(), Optional.empty());

    public RcptParameters {
        notifyOn = Set.copyOf(notifyOn);
    }

    /** The occasions for a DSN. */
    public enum Notify {
        NEVER,
        SUCCESS,
        FAILURE,
        DELAY
    }
}
