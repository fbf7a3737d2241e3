// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fumibako.model.AccountId;
import org.fumibako.model.CustomerId;
import org.fumibako.model.DomainId;
import org.fumibako.model.DomainName;

/** Domains as lists show them: filtered, sorted and cut by the database. */
public final class DomainList {
    private static final String FROM = " FROM domain JOIN customer ON customer.id = domain.customer_id";

    private static final String SELECT = "SELECT domain.id, domain.customer_id, domain.name,"
            + " domain.suspended OR customer.suspended, customer.login, domain.created,"
            + " (SELECT count(*) FROM account WHERE domain_id = domain.id AND deleted IS NULL) AS accounts,"
            + " COALESCE((SELECT sum(quota_megabytes) FROM account WHERE domain_id = domain.id AND deleted IS NULL), 0)"
            + FROM;

    private static final String WHERE = " WHERE (domain.name LIKE ? ESCAPE '!' OR customer.login LIKE ? ESCAPE '!')";

    private final Changes changes;

    DomainList(Changes changes) {
        this.changes = changes;
    }

    public AccountList.Page<ListedDomain> list(DomainQuery query) {
        List<Object> parameters = new ArrayList<>(List.of(query.like(), query.like()));
        String where = WHERE
                + query.customer()
                        .map(customer -> {
                            parameters.add(customer.value());
                            return " AND domain.customer_id = ?";
                        })
                        .orElse("");
        List<Object> cut = new ArrayList<>(parameters);
        cut.add((long) query.limit());
        cut.add(query.offset());
        return changes.read(connection -> new AccountList.Page<>(
                Sql.list(
                        connection,
                        DomainList::listed,
                        SELECT + where + query.sort().sql(query.descending()) + " LIMIT ? OFFSET ?",
                        cut.toArray()),
                Sql.number(connection, "SELECT count(*)" + FROM + where, parameters.toArray())));
    }

    public Optional<ListedDomain> find(DomainId domain) {
        return changes.read(connection ->
                Sql.first(connection, DomainList::listed, SELECT + " WHERE domain.id = ?", domain.value()));
    }

    /** The accounts of a customer by domain, given up or not: whose mail the store is asked about. */
    public Map<DomainId, List<AccountId>> accounts(CustomerId customer) {
        record Seat(DomainId domain, AccountId account) {}
        List<Seat> seats = changes.read(connection -> Sql.list(
                connection,
                row -> new Seat(new DomainId(row.getLong(1)), new AccountId(row.getLong(2))),
                "SELECT domain_id, id FROM account WHERE customer_id = ?",
                customer.value()));
        return seats.stream()
                .collect(Collectors.groupingBy(Seat::domain, Collectors.mapping(Seat::account, Collectors.toList())));
    }

    private static ListedDomain listed(ResultSet row) throws SQLException {
        Domain domain = new Domain(
                new DomainId(row.getLong(1)),
                new CustomerId(row.getLong(2)),
                DomainName.of(row.getString(3)),
                row.getBoolean(4));
        return new ListedDomain(
                domain, row.getString(5), Instant.ofEpochMilli(row.getLong(6)), row.getLong(7), row.getLong(8));
    }
}
