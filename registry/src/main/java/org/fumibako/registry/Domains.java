// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.fumibako.journal.Origin;
import org.fumibako.model.CustomerId;
import org.fumibako.model.DomainId;
import org.fumibako.model.DomainName;
import org.fumibako.registry.RegistryException.Reason;

/** The domains whose mail is ours; a name belongs to one customer. */
public final class Domains {
    private static final String SELECT = "SELECT id, customer_id, name, suspended FROM domain";

    private final Changes changes;
    private final SessionEndings endings;
    private final List<Consumer<DomainName>> listeners = new CopyOnWriteArrayList<>();

    Domains(Changes changes, SessionEndings endings) {
        this.changes = changes;
        this.endings = endings;
    }

    /** Tells {@code listener} of every domain that this process adds or deletes, in the thread that does: it must not fail. */
    public void onChange(Consumer<DomainName> listener) {
        listeners.add(listener);
    }

    /** Refused for a name under which a registry sells names. */
    public Domain add(DomainName name, String customerLogin, Origin by) {
        if (PublicSuffix.is(name)) {
            throw new RegistryException(
                    Reason.INVALID, name + " belongs to everybody: names are registered under it. Add one of those.");
        }
        Domain added = changes.make(by, connection -> {
            Customer customer = Customers.require(connection, customerLogin);
            if (find(connection, name).isPresent()) {
                throw new RegistryException(Reason.ALREADY_EXISTS, "There is a domain " + name + " already.");
            }
            Usage before = Usage.of(connection, customer.id());
            before.withDomain()
                    .requireWithin(Plans.of(connection, customer.id()).limits(), before);
            DomainId id = new DomainId(Sql.nextId(connection, "domain"));
            Sql.update(
                    connection,
                    "INSERT INTO domain (id, customer_id, name, suspended, created) VALUES (?, ?, ?, FALSE, ?)",
                    id.value(),
                    customer.id().value(),
                    name.ascii(),
                    changes.now());
            return Changes.Done.of(
                    new Domain(id, customer.id(), name, false),
                    "domain " + name + " was added for customer " + customerLogin);
        });
        tell(name);
        return added;
    }

    /** While a domain is suspended nobody signs in to its accounts and they take no mail; who is signed in is not any more. */
    public Domain suspend(DomainName name, boolean suspended, Origin by) {
        Domain changed = changes.make(by, connection -> {
            Domain before = require(connection, name);
            if (suspended) {
                endings.write(connection, SessionEnding.of(before));
            }
            Sql.update(connection, "UPDATE domain SET suspended = ? WHERE name = ?", suspended, name.ascii());
            return Changes.Done.of(
                    require(connection, name), "domain " + name + " was " + (suspended ? "suspended" : "resumed"));
        });
        endings.look();
        return changed;
    }

    /** Refused while it has accounts or aliases. */
    public void delete(DomainName name, Origin by) {
        changes.make(by, connection -> {
            Domain domain = require(connection, name);
            long id = domain.id().value();
            long accounts = Sql.number(connection, "SELECT count(*) FROM account WHERE domain_id = ?", id);
            long aliases = Sql.number(connection, "SELECT count(*) FROM alias WHERE domain_id = ?", id);
            if (accounts + aliases > 0) {
                throw new RegistryException(
                        Reason.IN_USE,
                        "Domain " + name + " still has " + accounts + " accounts and " + aliases
                                + " aliases; delete them first.");
            }
            Sql.update(connection, "DELETE FROM domain WHERE id = ?", id);
            return Changes.Done.of(domain, "domain " + name + " was deleted");
        });
        tell(name);
    }

    private void tell(DomainName name) {
        listeners.forEach(listener -> listener.accept(name));
    }

    public List<Domain> list() {
        return changes.read(connection -> Sql.list(connection, Domains::domain, SELECT + " ORDER BY name"));
    }

    public List<Domain> list(CustomerId customer) {
        return changes.read(connection -> Sql.list(
                connection, Domains::domain, SELECT + " WHERE customer_id = ? ORDER BY name", customer.value()));
    }

    public Optional<Domain> find(DomainName name) {
        return changes.read(connection -> find(connection, name));
    }

    /** The domain of that id. For this module's packages only. */
    public static Optional<Domain> find(Connection connection, long id) throws SQLException {
        return Sql.first(connection, Domains::domain, SELECT + " WHERE id = ?", id);
    }

    /** The domain of that name. For this module's packages only. */
    public static Domain require(Connection connection, DomainName name) throws SQLException {
        return find(connection, name).orElseThrow(() -> RegistryException.notFound("domain " + name));
    }

    /** The same, or empty. For this module's packages only. */
    public static Optional<Domain> find(Connection connection, DomainName name) throws SQLException {
        return Sql.first(connection, Domains::domain, SELECT + " WHERE name = ?", name.ascii());
    }

    private static Domain domain(ResultSet row) throws SQLException {
        return new Domain(
                new DomainId(row.getLong(1)),
                new CustomerId(row.getLong(2)),
                DomainName.of(row.getString(3)),
                row.getBoolean(4));
    }
}
