// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery;

import java.util.Optional;
import org.fumibako.model.SmtpReply;

/** Step: a message that has passed through too many servers is going round (RFC 5321 §6.3). */
final class LoopCheck {
    /** Received fields a message may have. */
    static final int MAX_HOPS = 50;

    private LoopCheck() {}

    static Optional<SmtpReply> check(HeaderFields header) {
        return header.count("Received") > MAX_HOPS ? Optional.of(RecipientReplies.LOOP) : Optional.empty();
    }
}
