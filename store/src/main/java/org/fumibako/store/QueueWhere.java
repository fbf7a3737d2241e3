// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.fumibako.store.queue.QueueFilter;

/** A {@link QueueFilter} as a condition on {@code queue_recipient r} joined with {@code queue_message m}. */
record QueueWhere(String sql, List<Object> parameters) {
    static QueueWhere of(QueueFilter filter) {
        List<String> conditions = new ArrayList<>();
        List<Object> parameters = new ArrayList<>();
        filter.customer().ifPresent(customer -> {
            conditions.add("m.customer_id = ?");
            parameters.add(customer.value());
        });
        filter.account().ifPresent(account -> {
            conditions.add("m.account_id = ?");
            parameters.add(account.value());
        });
        filter.queueId().ifPresent(id -> {
            conditions.add("r.queue_id = ?");
            parameters.add(id);
        });
        filter.domain().ifPresent(domain -> {
            conditions.add("r.domain = ?");
            parameters.add(domain.ascii());
        });
        filter.among().ifPresent(accounts -> {
            conditions.add(
                    accounts.isEmpty()
                            ? "1 = 0"
                            : "m.account_id IN (" + String.join(", ", Collections.nCopies(accounts.size(), "?")) + ")");
            accounts.forEach(account -> parameters.add(account.value()));
        });
        return new QueueWhere(conditions.isEmpty() ? "1 = 1" : String.join(" AND ", conditions), parameters);
    }

    /** {@code condition} has no parameters. */
    QueueWhere and(String condition) {
        return new QueueWhere(sql + " AND " + condition, parameters);
    }

    /** Returns the index of the next parameter. */
    int bind(PreparedStatement statement) throws SQLException {
        int index = 1;
        for (Object parameter : parameters) {
            statement.setObject(index++, parameter);
        }
        return index;
    }
}
