// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.endpoint;

import java.util.Optional;
import org.fumibako.model.CustomerId;
import org.fumibako.registry.Account;
import org.fumibako.registry.Principal;

/** Who asks; nobody in particular, or somebody who has proved who they are. */
public record Actor(Optional<Principal> principal) {
    public static final Actor ANONYMOUS = new Actor(Optional.empty());

    public static Actor of(Principal principal) {
        return new Actor(Optional.of(principal));
    }

    public Role role() {
        return principal
                .map(who -> switch (who) {
                    case Principal.Operator _ -> Role.OPERATOR;
                    case Principal.Contractor _ -> Role.CUSTOMER;
                    case Principal.Owner _ -> Role.OWNER;
                })
                .orElse(Role.ANONYMOUS);
    }

    /** The customer who asks, or whose account's owner does; empty for operators. */
    public Optional<CustomerId> customer() {
        return principal.flatMap(who -> switch (who) {
            case Principal.Operator _ -> Optional.empty();
            case Principal.Contractor contractor ->
                Optional.of(contractor.customer().id());
            case Principal.Owner owner -> Optional.of(owner.account().customer());
        });
    }

    /** The account whose owner asks. */
    public Optional<Account> account() {
        return principal.flatMap(
                who -> who instanceof Principal.Owner owner ? Optional.of(owner.account()) : Optional.empty());
    }

    /** @throws ApiException when it is nobody */
    public Principal require() {
        return principal.orElseThrow(() -> ApiException.of(ErrorCode.NOT_SIGNED_IN));
    }
}
