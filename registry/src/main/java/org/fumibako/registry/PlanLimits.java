// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import org.fumibako.model.ByteSize;

/**
 * What a plan allows one customer.
 *
 * @param domains at most
 * @param accounts at most, over all domains
 * @param diskMegabytes what the quotas of all accounts may add up to
 * @param messagesPerHour recipients of sent mail, at most
 * @param messagesPerDay recipients of sent mail, at most
 * @param messageSize of one message, in or out
 */
public record PlanLimits(
        long domains,
        long accounts,
        long diskMegabytes,
        long messagesPerHour,
        long messagesPerDay,
        ByteSize messageSize) {
    /** The limits of the plan that a new installation has. */
    public static final PlanLimits STANDARD =
            new PlanLimits(100, 10_000, 2_000_000, 1_500, 15_000, ByteSize.ofMegabytes(100));

    public PlanLimits {
        if (domains < 0 || accounts < 0 || diskMegabytes < 0 || messagesPerHour < 0 || messagesPerDay < 0) {
            throw new IllegalArgumentException("a limit must not be negative");
        }
    }
}
