// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import org.fumibako.registry.Authenticator.SignIn;

/**
 * Which sessions end.
 *
 * @param subject the id of one
 */
record SessionEnding(Whose whose, long subject) {
    /** Of what the id is. */
    enum Whose {
        CUSTOMER,
        DOMAIN,
        ACCOUNT,
        APP_PASSWORD
    }

    static SessionEnding of(Customer customer) {
        return new SessionEnding(Whose.CUSTOMER, customer.id().value());
    }

    static SessionEnding of(Domain domain) {
        return new SessionEnding(Whose.DOMAIN, domain.id().value());
    }

    static SessionEnding of(Account account) {
        return new SessionEnding(Whose.ACCOUNT, account.id().value());
    }

    static SessionEnding of(AppPassword password) {
        return new SessionEnding(Whose.APP_PASSWORD, password.id());
    }

    /** Whether a session that began like this ends. */
    boolean concerns(SignIn.Granted granted) {
        Account account = granted.account();
        return switch (whose) {
            case CUSTOMER -> account.customer().value() == subject;
            case DOMAIN -> account.domain().value() == subject;
            case ACCOUNT -> account.id().value() == subject;
            case APP_PASSWORD ->
                granted.appPassword()
                        .filter(password -> password.id() == subject)
                        .isPresent();
        };
    }
}
