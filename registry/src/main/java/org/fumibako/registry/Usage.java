// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.sql.Connection;
import java.sql.SQLException;
import org.fumibako.model.CustomerId;
import org.fumibako.model.Quota;
import org.fumibako.registry.RegistryException.Reason;

/** How much of its plan a customer uses; {@code megabytes} is what its accounts' quotas add up to. */
public record Usage(long domains, long accounts, long megabytes) {
    private static final Usage NONE = new Usage(0, 0, 0);

    static Usage of(Connection connection, CustomerId customer) throws SQLException {
        return new Usage(
                Sql.number(connection, "SELECT count(*) FROM domain WHERE customer_id = ?", customer.value()),
                Sql.number(
                        connection,
                        "SELECT count(*) FROM account WHERE customer_id = ? AND deleted IS NULL",
                        customer.value()),
                Sql.number(
                        connection,
                        "SELECT sum(quota_megabytes) FROM account WHERE customer_id = ? AND deleted IS NULL",
                        customer.value()));
    }

    Usage withDomain() {
        return new Usage(domains + 1, accounts, megabytes);
    }

    Usage withAccount(Quota quota) {
        return new Usage(domains, accounts + 1, megabytes + quota.megabytes());
    }

    Usage withQuota(Quota before, Quota after) {
        return new Usage(domains, accounts, megabytes - before.megabytes() + after.megabytes());
    }

    void requireWithin(PlanLimits limits) {
        requireWithin(limits, NONE);
    }

    /** Only what is more than {@code before} must be within: whoever has too much of one thing may still have another. */
    void requireWithin(PlanLimits limits, Usage before) {
        require(domains, before.domains, limits.domains(), "domains");
        require(accounts, before.accounts, limits.accounts(), "accounts");
        require(megabytes, before.megabytes, limits.diskMegabytes(), "MB of quota");
    }

    private static void require(long used, long before, long limit, String what) {
        if (used > limit && used > before) {
            String word = what.equals("domains") || what.equals("accounts") ? what : "quota";
            throw new RegistryException(
                            Reason.OVER_LIMIT,
                            "The plan allows " + limit + " " + what + ", this would make " + used + ".")
                    .as("plan-" + word, "limit", String.valueOf(limit), "used", String.valueOf(used));
        }
    }
}
