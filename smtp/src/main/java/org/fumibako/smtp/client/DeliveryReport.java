// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client;

import java.util.List;

/**
 * What one {@link Delivery#deliver} came to.
 *
 * @param results one for each recipient, in the transmission's order
 * @param attempts every server that was tried and what it said last, in order; empty when no server could be found
 */
public record DeliveryReport(List<Result> results, List<Attempt> attempts) {
    public DeliveryReport {
        results = List.copyOf(results);
        attempts = List.copyOf(attempts);
    }

    /** What became of the message for one recipient. */
    public record Result(Recipient recipient, Outcome outcome) {}

    /** Whether no server took part in a dialogue, so that other mail for the same hop would fare no better just now. */
    public boolean unreachable() {
        return results.stream()
                .allMatch(result -> result.outcome() instanceof Outcome.Deferred deferred
                        && deferred.attempt().stage().beforeMail());
    }
}
