// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.operator;

import org.fumibako.registry.Plan;

/**
 * A plan and what it allows.
 *
 * @param messagesPerHour recipients of sent mail, as {@code messagesPerDay}
 * @param messageBytes the largest message
 */
record PlanRow(
        String name,
        long domains,
        long accounts,
        long diskMegabytes,
        long messagesPerHour,
        long messagesPerDay,
        long messageBytes) {
    static PlanRow of(Plan plan) {
        return new PlanRow(
                plan.name(),
                plan.limits().domains(),
                plan.limits().accounts(),
                plan.limits().diskMegabytes(),
                plan.limits().messagesPerHour(),
                plan.limits().messagesPerDay(),
                plan.limits().messageSize().bytes());
    }
}
