// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.portal;

import java.util.List;

/**
 * The account portal's first page.
 *
 * @param domains the first hundred by name; {@code GET /api/domains} has all
 */
record Portal(Contract customer, PlanUse use, List<DomainRow> domains, long totalDomains) {
    /** Who the customer is. */
    record Contract(String login, String name, String plan) {}

    /** What is used of the plan, and what it allows. */
    record PlanUse(
            long domains,
            long maxDomains,
            long accounts,
            long maxAccounts,
            long usedBytes,
            long quotaMegabytes,
            long maxQuotaMegabytes,
            long messagesPerHour,
            long messagesPerDay) {}
}
