// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.fumibako.journal.Origin;
import org.fumibako.model.ByteSize;
import org.fumibako.model.CustomerId;
import org.fumibako.registry.RegistryException.Reason;

/** The operator's plans. */
public final class Plans {
    private static final String SELECT =
            "SELECT name, domains, accounts, disk_megabytes, messages_per_hour, messages_per_day, message_size FROM plan";

    private final Changes changes;

    Plans(Changes changes) {
        this.changes = changes;
    }

    public Plan add(String name, PlanLimits limits, Origin by) {
        return changes.make(by, connection -> {
            Names.check("plan", name);
            if (find(connection, name).isPresent()) {
                throw new RegistryException(Reason.ALREADY_EXISTS, "There is a plan " + name + " already.");
            }
            Sql.update(
                    connection,
                    "INSERT INTO plan (id, name, domains, accounts, disk_megabytes, messages_per_hour,"
                            + " messages_per_day, message_size) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    Sql.nextId(connection, "plan"),
                    name,
                    limits.domains(),
                    limits.accounts(),
                    limits.diskMegabytes(),
                    limits.messagesPerHour(),
                    limits.messagesPerDay(),
                    limits.messageSize().bytes());
            return Changes.Done.of(new Plan(name, limits), "plan " + name + " was added");
        });
    }

    /** Gives a plan other limits. Customers who have more already keep it and get no more. */
    public Plan change(String name, PlanLimits limits, Origin by) {
        return changes.make(by, connection -> {
            require(connection, name);
            Sql.update(
                    connection,
                    "UPDATE plan SET domains = ?, accounts = ?, disk_megabytes = ?, messages_per_hour = ?,"
                            + " messages_per_day = ?, message_size = ? WHERE name = ?",
                    limits.domains(),
                    limits.accounts(),
                    limits.diskMegabytes(),
                    limits.messagesPerHour(),
                    limits.messagesPerDay(),
                    limits.messageSize().bytes(),
                    name);
            return Changes.Done.of(new Plan(name, limits), "plan " + name + " was changed");
        });
    }

    /** Deletes a plan that no customer has; never the standard one. */
    public void delete(String name, Origin by) {
        changes.make(by, connection -> {
            Plan plan = require(connection, name);
            long customers = Sql.number(
                    connection,
                    "SELECT count(*) FROM customer JOIN plan ON plan.id = plan_id WHERE plan.name = ?",
                    name);
            if (customers > 0 || name.equals(Plan.STANDARD)) {
                throw new RegistryException(
                        Reason.IN_USE,
                        name.equals(Plan.STANDARD)
                                ? "The plan standard cannot be deleted, it is for customers without another."
                                : customers + " customers have the plan " + name + ".");
            }
            Sql.update(connection, "DELETE FROM plan WHERE name = ?", name);
            return Changes.Done.of(plan, "plan " + name + " was deleted");
        });
    }

    public List<Plan> list() {
        return changes.read(connection -> Sql.list(connection, Plans::plan, SELECT + " ORDER BY name"));
    }

    public Optional<Plan> find(String name) {
        return changes.read(connection -> find(connection, name));
    }

    static Plan require(Connection connection, String name) throws SQLException {
        return find(connection, name).orElseThrow(() -> RegistryException.notFound("plan " + name));
    }

    static Plan of(Connection connection, CustomerId customer) throws SQLException {
        return Sql.first(
                        connection,
                        Plans::plan,
                        SELECT + " WHERE id = (SELECT plan_id FROM customer WHERE id = ?)",
                        customer.value())
                .orElseThrow(() -> RegistryException.notFound("customer " + customer));
    }

    private static Optional<Plan> find(Connection connection, String name) throws SQLException {
        return Sql.first(connection, Plans::plan, SELECT + " WHERE name = ?", name);
    }

    private static Plan plan(ResultSet row) throws SQLException {
        return new Plan(
                row.getString(1),
                new PlanLimits(
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        new ByteSize(row.getLong(7))));
    }
}
