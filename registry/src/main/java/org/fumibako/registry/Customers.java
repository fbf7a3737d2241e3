// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fumibako.journal.Origin;
import org.fumibako.model.CustomerId;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.RegistryException.Reason;
import org.fumibako.registry.history.ChangeKind;
import org.fumibako.registry.history.ChangeNote;
import org.fumibako.registry.history.Restorable;
import org.fumibako.registry.history.Undo;

/** The contract holders. */
public final class Customers implements Restorable {
    private static final String SELECT = "SELECT customer.id, customer.login, customer.name, plan.name,"
            + " customer.suspended FROM customer JOIN plan ON plan.id = plan_id";

    /** Characters of a customer's name. */
    private static final int MAX_NAME = 200;

    private final Changes changes;
    private final SessionEndings endings;

    Customers(Changes changes, SessionEndings endings) {
        this.changes = changes;
        this.endings = endings;
    }

    /** @param plan the name of a plan, {@link Plan#STANDARD} where there is no reason for another */
    public Customer add(String login, String name, String plan, Origin by) {
        check(login, name);
        return changes.make(by, connection -> insert(connection, login, name, plan, changes.now()));
    }

    static void check(String login, String name) {
        Names.check("customer", login);
        checkName(name);
    }

    /** What it gives has been {@linkplain #check checked}. */
    static Changes.Done<Customer> insert(Connection connection, String login, String name, String plan, long now)
            throws SQLException {
        if (find(connection, login).isPresent()) {
            throw new RegistryException(Reason.ALREADY_EXISTS, "There is a customer " + login + " already.");
        }
        Plans.require(connection, plan);
        CustomerId id = new CustomerId(Sql.nextId(connection, "customer"));
        Sql.update(
                connection,
                "INSERT INTO customer (id, login, name, plan_id, suspended, created)"
                        + " SELECT ?, ?, ?, id, FALSE, ? FROM plan WHERE name = ?",
                id.value(),
                login,
                name,
                now,
                plan);
        return Changes.Done.of(
                new Customer(id, login, name, plan, false), "customer " + login + " was added with plan " + plan);
    }

    /** All of it, or nothing. */
    public Customer change(String login, ContractChange wish, Origin by) {
        wish.name().ifPresent(Customers::checkName);
        if (wish.isNothing()) {
            return changes.read(connection -> require(connection, login));
        }
        Customer changed = changes.make(by, connection -> {
            Customer before = require(connection, login);
            List<String> what = new ArrayList<>();
            if (wish.name().isPresent()) {
                setName(connection, before, wish.name().get(), what);
            }
            if (wish.plan().isPresent()) {
                setPlan(connection, before, wish.plan().get(), what);
            }
            if (wish.suspended().isPresent()) {
                setSuspended(connection, before, wish.suspended().get(), what);
            }
            Changes.Done<Customer> done = Changes.Done.of(
                    require(connection, login), "customer " + login + " was " + String.join(" and ", what));
            return wish.name().map(name -> done.noted(renamed(before, name))).orElse(done);
        });
        endings.look();
        return changed;
    }

    private static void setName(Connection connection, Customer customer, String name, List<String> what)
            throws SQLException {
        Sql.update(connection, "UPDATE customer SET name = ? WHERE login = ?", name, customer.login());
        what.add("renamed " + name);
    }

    private static ChangeNote renamed(Customer before, String name) {
        ChangeNote.Whose whose = new ChangeNote.Whose(before.id(), Optional.empty(), Optional.empty());
        return ChangeNote.of(ChangeKind.CUSTOMER_NAME, whose, before.login())
                .from(before.name(), name)
                .undoneBy(new Undo.Setting(Undo.Kind.CUSTOMER_NAME, before.id().value(), before.name(), name));
    }

    private static void setPlan(Connection connection, Customer customer, String plan, List<String> what)
            throws SQLException {
        Usage.of(connection, customer.id())
                .requireWithin(Plans.require(connection, plan).limits());
        Sql.update(
                connection,
                "UPDATE customer SET plan_id = (SELECT id FROM plan WHERE name = ?) WHERE login = ?",
                plan,
                customer.login());
        what.add("given plan " + plan);
    }

    private void setSuspended(Connection connection, Customer customer, boolean suspended, List<String> what)
            throws SQLException {
        if (suspended) {
            endings.write(connection, SessionEnding.of(customer));
        }
        Sql.update(connection, "UPDATE customer SET suspended = ? WHERE login = ?", suspended, customer.login());
        what.add(suspended ? "suspended" : "resumed");
    }

    /** See {@link ContractChange#name}. */
    public Customer rename(String login, String name, Origin by) {
        return change(login, ContractChange.name(name), by);
    }

    /** Where the customer is told what concerns its accounts, here or elsewhere; empty for nowhere but {@code postmaster} here. */
    public Customer changeContact(String login, Optional<EmailAddress> contact, Origin by) {
        String what = contact.map(address -> "to be reached at " + address).orElse("given no contact address");
        return change(login, what, by, (connection, customer) -> {
            Sql.update(
                    connection,
                    "UPDATE customer SET contact = NULLIF(?, '') WHERE login = ?",
                    contact.map(EmailAddress::toString).orElse(""),
                    login);
        });
    }

    /** See {@link #changeContact}. */
    public Optional<EmailAddress> contact(CustomerId customer) {
        return changes.read(connection -> Sql.first(
                        connection,
                        row -> Optional.ofNullable(row.getString(1)),
                        "SELECT contact FROM customer WHERE id = ?",
                        customer.value()))
                .flatMap(contact -> contact)
                .flatMap(EmailAddress::parse);
    }

    @Override
    public Optional<String> state(long id) {
        return changes.read(connection -> byId(connection, id)).map(Customer::name);
    }

    @Override
    public void restore(long id, String state, Origin by) {
        Customer customer = changes.read(connection -> byId(connection, id))
                .orElseThrow(() -> RegistryException.notFound("customer"));
        rename(customer.login(), state, by);
    }

    private static Optional<Customer> byId(Connection connection, long id) throws SQLException {
        return Sql.first(connection, Customers::customer, SELECT + " WHERE customer.id = ?", id);
    }

    /** Refused when the customer has more domains, accounts or allotted disk than {@code plan} allows. */
    public Customer changePlan(String login, String plan, Origin by) {
        return change(login, ContractChange.plan(plan), by);
    }

    /** While a customer is suspended nobody signs in to its accounts and they take no mail; who is signed in is not any more. */
    public Customer suspend(String login, boolean suspended, Origin by) {
        return change(login, ContractChange.suspended(suspended), by);
    }

    /** Refused while it has domains. */
    public void delete(String login, Origin by) {
        change(login, "deleted", by, (connection, customer) -> {
            long domains = Usage.of(connection, customer.id()).domains();
            if (domains > 0) {
                throw new RegistryException(
                        Reason.IN_USE,
                        "Customer " + login + " still has " + (domains == 1 ? "a domain" : domains + " domains")
                                + "; delete what it has first.");
            }
            Sql.update(connection, "DELETE FROM customer WHERE login = ?", login);
        });
    }

    public List<Customer> list() {
        return changes.read(
                connection -> Sql.list(connection, Customers::customer, SELECT + " ORDER BY customer.login"));
    }

    /** How much of its plan a customer uses. */
    public Usage used(CustomerId customer) {
        return changes.read(connection -> Usage.of(connection, customer));
    }

    public Optional<Customer> find(String login) {
        return changes.read(connection -> find(connection, login));
    }

    private interface Change {
        void make(Connection connection, Customer customer) throws SQLException;
    }

    private Customer change(String login, String what, Origin by, Change change) {
        return changes.make(by, connection -> {
            Customer before = require(connection, login);
            change.make(connection, before);
            return Changes.Done.of(find(connection, login).orElse(before), "customer " + login + " was " + what);
        });
    }

    static Customer require(Connection connection, String login) throws SQLException {
        return find(connection, login).orElseThrow(() -> RegistryException.notFound("customer " + login));
    }

    private static Optional<Customer> find(Connection connection, String login) throws SQLException {
        return Sql.first(connection, Customers::customer, SELECT + " WHERE customer.login = ?", login);
    }

    private static Customer customer(ResultSet row) throws SQLException {
        return new Customer(
                new CustomerId(row.getLong(1)),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getBoolean(5));
    }

    private static void checkName(String name) {
        if (name.isBlank() || name.length() > MAX_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new RegistryException(
                            Reason.INVALID, "A customer's name is 1 to " + MAX_NAME + " characters on one line.")
                    .as("customer-name-invalid", "max", String.valueOf(MAX_NAME));
        }
    }
}
