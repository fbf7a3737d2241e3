// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.time.Instant;
import java.util.List;
import org.fumibako.model.EmailAddress;

/**
 * What an account does with the mail it gets, beside keeping it (転送設定).
 *
 * @param keep whether what is forwarded stays in the mailbox too (残す)
 * @param unproven what becomes of a message that its target would take for forged
 */
public record Forwarding(boolean keep, Unproven unproven, List<Target> targets) {
    public static final Forwarding NONE = new Forwarding(true, Unproven.ATTACH, List.of());

    public Forwarding {
        targets = List.copyOf(targets);
    }

    /** Those that mail goes to now. */
    public List<Target> working() {
        return targets.stream()
                .filter(target -> !(target.state() instanceof Target.State.Stopped))
                .toList();
    }

    /**
     * A message may be nobody's but its sender's own word once it is forwarded: what proved it was where it came from, and its
     * domain asks everyone to distrust it without proof (DMARC).
     */
    public enum Unproven {
        /** It goes as an attachment of a message from the account. */
        ATTACH,
        /** It is not forwarded; it stays in the mailbox. */
        KEEP,
        /** It is forwarded all the same. */
        SEND
    }

    /**
     * One address that mail is forwarded to.
     *
     * @param id positive, never used again
     */
    public record Target(long id, EmailAddress address, State state) {
        /** How it goes. */
        public sealed interface State {
            record Working() implements State {}

            /** It has taken nothing since; {@code reason} is why it did not take the last one. */
            record Failing(Instant since, long failures, String reason) implements State {}

            /** Nothing is forwarded to it until somebody says so. */
            record Stopped(Instant at, String reason) implements State {}
        }
    }
}
