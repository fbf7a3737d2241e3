// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.server.wire;

import java.util.Optional;
import java.util.Set;
import org.fumibako.model.DsnNotify;

/**
 * The parameters of RCPT (RFC 3461 §4.1, §4.2).
 *
 * @param notifyOn when a DSN is wanted; empty when the client did not say, {@link DsnNotify#NEVER} stands alone
 * @param originalRecipient ORCPT as {@code type;address}, xtext decoded
 */
public record RcptParameters(Set<DsnNotify> notifyOn, Optional<String> originalRecipient) {
    public static final RcptParameters NONE = new RcptParameters(Set.of(), Optional.empty());

    public RcptParameters {
        notifyOn = Set.copyOf(notifyOn);
    }
}
