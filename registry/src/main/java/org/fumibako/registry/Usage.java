// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.sql.Connection;
import java.sql.SQLException;
import org.fumibako.model.CustomerId;
import org.fumibako.model.Quota;
import org.fumibako.registry.RegistryException.Reason;

/** How much of its plan a customer uses; {@code megabytes} is what its accounts' quotas add up to. */
record Usage(long domains, long accounts, long megabytes) {
    static Usage of(Connection connection, CustomerId customer) throws SQLException {
        return new Usage(
                Sql.number(connection, "SELECT count(*) FROM domain WHERE customer_id = ?", customer.value()),
                Sql.number(connection, "SELECT count(*) FROM account WHERE customer_id = ?", customer.value()),
                Sql.number(
                        connection,
                        "SELECT sum(quota_megabytes) FROM account WHERE customer_id = ?",
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
        require(domains, limits.domains(), "domains");
        require(accounts, limits.accounts(), "accounts");
        require(megabytes, limits.diskMegabytes(), "MB of quota");
    }

    private static void require(long used, long limit, String what) {
        if (used > limit) {
            throw new RegistryException(
                    Reason.OVER_LIMIT, "The plan allows " + limit + " " + what + ", this would make " + used + ".");
        }
    }
}
