// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.forward;

import java.util.Optional;
import org.fumibako.model.DsnReturn;
import org.fumibako.store.queue.QueueEnvelope;
import org.fumibako.store.queue.QueuedMessage;

/**
 * What a queued message says of being forwarded: ENVID names the target (RFC 3461 §4.4), and RET asks for the whole message back when
 * nobody here has it (§4.3).
 *
 * @param target its id in the registry
 * @param kept whether the account has a copy
 */
public record Mark(long target, boolean kept) {
    private static final String PREFIX = "fwd-";

    Optional<String> envelopeId() {
        return Optional.of(PREFIX + Long.toString(target, Character.MAX_RADIX));
    }

    Optional<DsnReturn> ret() {
        return Optional.of(kept ? DsnReturn.HDRS : DsnReturn.FULL);
    }

    /** Empty for mail that somebody sent; what an account says in ENVID of its own mail is about its own targets at most. */
    public static Optional<Mark> of(QueuedMessage message) {
        QueueEnvelope envelope = message.envelope();
        return envelope.envelopeId()
                .filter(id -> id.startsWith(PREFIX) && message.owner().account().isPresent())
                .flatMap(id -> number(id.substring(PREFIX.length())))
                .map(target -> new Mark(target, !envelope.ret().equals(Optional.of(DsnReturn.FULL))));
    }

    private static Optional<Long> number(String text) {
        try {
            return Optional.of(Long.parseLong(text, Character.MAX_RADIX)).filter(id -> id > 0);
        } catch (NumberFormatException notOurs) {
            return Optional.empty();
        }
    }
}
