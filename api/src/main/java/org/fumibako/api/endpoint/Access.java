// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.endpoint;

import java.util.EnumSet;
import java.util.Set;

/**
 * Who may use an endpoint, and what of its path has to be theirs. An operator may everything that is anybody's; what belongs to
 * another customer is to everybody else as if it were not there.
 */
public enum Access {
    /** Signed in or not. */
    ANYONE(Set.of(), Scope.NONE),
    SIGNED_IN(EnumSet.of(Role.OWNER, Role.CUSTOMER, Role.OPERATOR), Scope.NONE),
    OPERATOR(EnumSet.of(Role.OPERATOR), Scope.NONE),
    /** A customer about itself. */
    CUSTOMER(EnumSet.of(Role.CUSTOMER), Scope.NONE),
    /** A customer and an operator; whose things the answer is about depends on who asks. */
    CUSTOMER_OR_OPERATOR(EnumSet.of(Role.CUSTOMER, Role.OPERATOR), Scope.NONE),
    /** An account's owner about itself. */
    OWNER(EnumSet.of(Role.OWNER), Scope.NONE),
    /** {@code {domain}} is the customer's. */
    DOMAIN(EnumSet.of(Role.CUSTOMER, Role.OPERATOR), Scope.DOMAIN),
    /** {@code {address}} is an account of the customer's; its owner may not. */
    ACCOUNT_MANAGER(EnumSet.of(Role.CUSTOMER, Role.OPERATOR), Scope.ACCOUNT),
    /** {@code {address}} is an account of the customer's, or the owner's own. */
    ACCOUNT(EnumSet.of(Role.OWNER, Role.CUSTOMER, Role.OPERATOR), Scope.ACCOUNT);

    /** What of the path has to belong to whoever asks. */
    public enum Scope {
        NONE,
        DOMAIN,
        ACCOUNT
    }

    // Set.copyOf makes one that cannot be changed, which the type does not say.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<Role> roles;

    private final Scope scope;

    Access(Set<Role> roles, Scope scope) {
        this.roles = Set.copyOf(roles.isEmpty() ? EnumSet.allOf(Role.class) : roles);
        this.scope = scope;
    }

    public Set<Role> roles() {
        return roles;
    }

    public Scope scope() {
        return scope;
    }
}
