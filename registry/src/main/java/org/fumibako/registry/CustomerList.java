// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import org.fumibako.model.CustomerId;

/** Customers as lists show them: filtered and cut by the database. */
public final class CustomerList {
    private static final String FROM = " FROM customer JOIN plan ON plan.id = customer.plan_id";

    private static final String SELECT =
            "SELECT customer.id, customer.login, customer.name, plan.name, customer.suspended,"
                    + " (SELECT count(*) FROM domain WHERE customer_id = customer.id),"
                    + " (SELECT count(*) FROM account WHERE customer_id = customer.id AND deleted IS NULL),"
                    + " COALESCE((SELECT sum(quota_megabytes) FROM account"
                    + " WHERE customer_id = customer.id AND deleted IS NULL), 0)"
                    + FROM;

    private static final String WHERE =
            " WHERE (customer.login LIKE ? ESCAPE '!' OR lower(customer.name) LIKE ? ESCAPE '!' OR plan.name LIKE ? ESCAPE '!')";

    private final Changes changes;

    CustomerList(Changes changes) {
        this.changes = changes;
    }

    /**
     * A piece of the list, by login.
     *
     * @param text a part of login, name or plan, in any case; empty for all
     * @param limit rows at most
     */
    public AccountList.Page<ListedCustomer> list(String text, long offset, int limit) {
        String part = Sql.part(text.toLowerCase(Locale.ROOT));
        return changes.read(connection -> new AccountList.Page<>(
                Sql.list(
                        connection,
                        CustomerList::listed,
                        SELECT + WHERE + " ORDER BY customer.login LIMIT ? OFFSET ?",
                        part,
                        part,
                        part,
                        (long) limit,
                        offset),
                Sql.number(connection, "SELECT count(*)" + FROM + WHERE, part, part, part)));
    }

    private static ListedCustomer listed(ResultSet row) throws SQLException {
        Customer customer = new Customer(
                new CustomerId(row.getLong(1)),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getBoolean(5));
        return new ListedCustomer(customer, new Usage(row.getLong(6), row.getLong(7), row.getLong(8)));
    }
}
