// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.fumibako.journal.Origin;
import org.fumibako.model.CustomerId;
import org.fumibako.registry.RegistryException.Reason;

/** The names with which operators and customers sign in to the panel; one name belongs to one of them. */
public final class Logins {
    private static final String SELECT = "SELECT login.id, login.name, login.password, customer.id, customer.login,"
            + " customer.name, plan.name, customer.suspended FROM login"
            + " LEFT JOIN customer ON customer.id = customer_id LEFT JOIN plan ON plan.id = plan_id";

    private final Changes changes;
    private final Passwords passwords;

    Logins(Changes changes, Passwords passwords) {
        this.changes = changes;
        this.passwords = passwords;
    }

    /** Adds an operator, or gives one a new password, which ends the sessions that began with the old one. */
    public void operator(String name, String password, Origin by) {
        Names.check("login", name);
        String hashed = passwords.hash(name, password);
        changes.make(by, connection -> {
            if (Sql.exists(connection, "SELECT 1 FROM customer WHERE login = ?", name)) {
                throw new RegistryException(Reason.ALREADY_EXISTS, "There is a customer " + name + ".");
            }
            boolean added = set(connection, name, Optional.empty(), hashed);
            return Changes.Done.of(name, "operator " + name + (added ? " was added" : " was given a new password"));
        });
    }

    /** Refused for the last one, without whom nobody could make another in the panel. */
    public void deleteOperator(String name, Origin by) {
        changes.make(by, connection -> {
            if (Sql.number(connection, "SELECT count(*) FROM login WHERE customer_id IS NULL AND name <> ?", name)
                    == 0) {
                throw new RegistryException(Reason.IN_USE, "There must be an operator.");
            }
            if (Sql.update(connection, "DELETE FROM login WHERE customer_id IS NULL AND name = ?", name) == 0) {
                throw RegistryException.notFound("operator " + name);
            }
            return Changes.Done.of(name, "operator " + name + " was deleted");
        });
    }

    /** The operators' names. */
    public List<String> operators() {
        return changes.read(connection -> Sql.list(
                connection, row -> row.getString(1), "SELECT name FROM login WHERE customer_id IS NULL ORDER BY name"));
    }

    /** Lets a customer sign in with a password; ends the sessions that began with an old one. */
    public void customerPassword(String login, String password, Origin by) {
        String hashed = passwords.hash(login, password);
        changes.make(by, connection -> {
            Customer customer = Customers.require(connection, login);
            set(connection, login, Optional.of(customer.id()), hashed);
            return Changes.Done.of(customer, "customer " + login + " was given a new password");
        });
    }

    /** Adds a customer that signs in with a password: both, or neither. See {@link Customers#add}. */
    public Customer addCustomer(String login, String name, String plan, String password, Origin by) {
        Customers.check(login, name);
        String hashed = passwords.hash(login, password);
        return changes.make(by, connection -> {
            Changes.Done<Customer> added = Customers.insert(connection, login, name, plan, changes.now());
            set(connection, login, Optional.of(added.result().id()), hashed);
            return added;
        });
    }

    private boolean set(Connection connection, String name, Optional<CustomerId> customer, String hashed)
            throws SQLException {
        Optional<LoginCredentials> before = find(connection, name);
        boolean operators = before.filter(found -> found.principal() instanceof Principal.Operator)
                .isPresent();
        if (before.isPresent() && operators == customer.isPresent()) {
            throw new RegistryException(Reason.ALREADY_EXISTS, "The name " + name + " is taken.");
        }
        if (before.isPresent()) {
            Sql.update(
                    connection,
                    "UPDATE login SET password = ?, password_changed = ? WHERE name = ?",
                    hashed,
                    changes.now(),
                    name);
            Sql.update(
                    connection,
                    "DELETE FROM web_session WHERE login_id = ?",
                    before.get().id());
            return false;
        }
        Sql.update(
                connection,
                "INSERT INTO login (id, name, customer_id, password, password_changed, created)"
                        + " VALUES (?, ?, NULLIF(?, 0), ?, ?, ?)",
                Sql.nextId(connection, "login"),
                name,
                customer.map(CustomerId::value).orElse(0L),
                hashed,
                changes.now(),
                changes.now());
        return true;
    }

    static Optional<LoginCredentials> find(Connection connection, String name) throws SQLException {
        return Sql.first(connection, Logins::credentials, SELECT + " WHERE login.name = ?", name);
    }

    static Optional<LoginCredentials> find(Connection connection, long id) throws SQLException {
        return Sql.first(connection, Logins::credentials, SELECT + " WHERE login.id = ?", id);
    }

    private static LoginCredentials credentials(ResultSet row) throws SQLException {
        long id = row.getLong(1);
        String customer = row.getString(5);
        Principal principal = customer == null
                ? new Principal.Operator(id, row.getString(2))
                : new Principal.Contractor(
                        id,
                        new Customer(
                                new CustomerId(row.getLong(4)),
                                customer,
                                row.getString(6),
                                row.getString(7),
                                row.getBoolean(8)));
        return new LoginCredentials(principal, id, row.getString(3));
    }
}
