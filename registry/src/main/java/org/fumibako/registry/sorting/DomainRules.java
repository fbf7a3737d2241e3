// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.sorting;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.fumibako.journal.Origin;
import org.fumibako.model.DomainName;
import org.fumibako.registry.Changes;
import org.fumibako.registry.Domain;
import org.fumibako.registry.Domains;
import org.fumibako.registry.RegistryException;
import org.fumibako.registry.RegistryException.Reason;
import org.fumibako.registry.Sql;
import org.fumibako.registry.history.ChangeKind;
import org.fumibako.registry.history.ChangeNote;
import org.fumibako.registry.history.Restorable;
import org.fumibako.registry.history.Undo;

/** The script that all accounts of a domain have in common, as the screen of rules writes it. */
public final class DomainRules implements Restorable {
    private final Changes changes;

    public DomainRules(Changes changes) {
        this.changes = changes;
    }

    /** Empty when the domain has none. */
    public Optional<String> of(DomainName domain) {
        return changes.read(connection ->
                source(connection, Domains.require(connection, domain).id().value()));
    }

    private static Optional<String> source(Connection connection, long domain) throws SQLException {
        return Sql.first(
                connection, row -> row.getString(1), "SELECT source FROM sieve_domain WHERE domain_id = ?", domain);
    }

    /**
     * Stores it.
     *
     * @param source empty for none
     * @param was how many rules there were, and {@code became} how many there are, for people
     */
    public void put(DomainName name, String source, String was, String became, Origin by) {
        changes.make(by, connection -> put(connection, Domains.require(connection, name), source, was, became));
    }

    private Changes.Done<Domain> put(Connection connection, Domain domain, String source, String was, String became)
            throws SQLException {
        if (Scripts.octets(source) > Scripts.MAX_OCTETS) {
            throw new RegistryException(Reason.OVER_LIMIT, "A script has " + Scripts.MAX_OCTETS + " octets at most.");
        }
        long id = domain.id().value();
        String before = source(connection, id).orElse("");
        Sql.update(connection, "DELETE FROM sieve_domain WHERE domain_id = ?", id);
        if (!source.isEmpty()) {
            Sql.update(
                    connection,
                    "INSERT INTO sieve_domain (domain_id, source, changed) VALUES (?, ?, ?)",
                    id,
                    source,
                    changes.now());
        }
        return Changes.Done.of(domain, "domain " + domain.name() + " has new rules for all its accounts")
                .noted(ChangeNote.of(
                                ChangeKind.RULES, whose(domain), domain.name().toString())
                        .from(was, became)
                        .undoneBy(new Undo.Setting(Undo.Kind.DOMAIN_RULES, id, before, source)));
    }

    private static ChangeNote.Whose whose(Domain domain) {
        return new ChangeNote.Whose(domain.customer(), Optional.of(domain.id()), Optional.empty());
    }

    @Override
    public Optional<String> state(long domain) {
        return changes.read(connection -> Domains.find(connection, domain).isEmpty()
                ? Optional.empty()
                : Optional.of(source(connection, domain).orElse("")));
    }

    @Override
    public void restore(long id, String state, Origin by) {
        changes.make(by, connection -> {
            Domain domain = Domains.find(connection, id).orElseThrow(() -> RegistryException.notFound("domain"));
            return put(connection, domain, state, "", "");
        });
    }
}
