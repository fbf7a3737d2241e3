// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.forwarding;

import java.time.Instant;
import java.util.List;
import org.fumibako.registry.Forwarding;
import org.fumibako.registry.Forwarding.Target.State;
import org.jspecify.annotations.Nullable;

/**
 * Where an account's mail goes on to.
 *
 * @param keep whether it stays in the mailbox too (残す)
 * @param unproven what becomes of mail that a target would take for forged
 * @param undo takes the change back that this answers; null when it answers none
 */
record ForwardingView(
        boolean keep,
        Forwarding.Unproven unproven,
        List<TargetView> targets,
        @Nullable Long undo) {
    /**
     * One target.
     *
     * @param state {@code working}, {@code failing} or {@code stopped}
     * @param since when it began to fail, or was stopped
     * @param reason the target's own words
     */
    record TargetView(
            String address,
            String state,
            @Nullable Instant since,
            @Nullable String reason) {
        static TargetView of(Forwarding.Target target) {
            String address = target.address().toString();
            return switch (target.state()) {
                case State.Working _ -> new TargetView(address, "working", null, null);
                case State.Failing(Instant since, long _, String reason) ->
                    new TargetView(address, "failing", since, reason);
                case State.Stopped(Instant at, String reason) -> new TargetView(address, "stopped", at, reason);
            };
        }
    }

    static ForwardingView of(Forwarding forwarding, @Nullable Long undo) {
        return new ForwardingView(
                forwarding.keep(),
                forwarding.unproven(),
                forwarding.targets().stream().map(TargetView::of).toList(),
                undo);
    }
}
