// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.endpoint;

import java.util.Map;
import java.util.Optional;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Account;
import org.fumibako.registry.Domain;
import org.fumibako.registry.Registry;

/** Lets in who may, before anything else of a request is looked at, and calls the handler. */
public final class Gate {
    private final Registry registry;

    public Gate(Registry registry) {
        this.registry = registry;
    }

    /** What a path names, when it is there and may be seen. */
    public record Passage(Optional<Domain> domain, Optional<Account> account) {
        static final Passage FREE = new Passage(Optional.empty(), Optional.empty());
    }

    /** @throws ApiException when {@code actor} may not, or what the path names is not there for them */
    public Passage pass(Access access, Actor actor, Map<String, String> path) {
        if (!access.roles().contains(actor.role())) {
            throw ApiException.of(actor.role() == Role.ANONYMOUS ? ErrorCode.NOT_SIGNED_IN : ErrorCode.NOT_ALLOWED);
        }
        return switch (access.scope()) {
            case NONE -> Passage.FREE;
            case DOMAIN -> {
                Domain domain = DomainName.parse(path.getOrDefault("domain", ""))
                        .flatMap(registry.domains()::find)
                        .filter(found -> isTheirs(actor, found))
                        .orElseThrow(() -> ApiException.of(ErrorCode.DOMAIN_NOT_FOUND));
                yield new Passage(Optional.of(domain), Optional.empty());
            }
            case ACCOUNT -> {
                Account account = EmailAddress.parse(path.getOrDefault("address", ""))
                        .flatMap(registry.accounts()::find)
                        .filter(found -> isTheirs(actor, found))
                        .orElseThrow(() -> ApiException.of(ErrorCode.ACCOUNT_NOT_FOUND));
                yield new Passage(registry.domains().find(account.address().domain()), Optional.of(account));
            }
        };
    }

    private static boolean isTheirs(Actor actor, Domain domain) {
        return actor.role() == Role.OPERATOR
                || (actor.role() == Role.CUSTOMER && actor.customer().equals(Optional.of(domain.customer())));
    }

    private static boolean isTheirs(Actor actor, Account account) {
        return switch (actor.role()) {
            case OPERATOR -> true;
            case CUSTOMER -> actor.customer().equals(Optional.of(account.customer()));
            case OWNER ->
                actor.account().filter(own -> own.id().equals(account.id())).isPresent();
            case ANONYMOUS -> false;
        };
    }
}
