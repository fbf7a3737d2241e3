// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

/** Somebody who can sign in to the panel or to webmail. */
public sealed interface Principal {
    /** What they sign in with. */
    String login();

    /** Whether somebody has barred them from signing in. */
    boolean suspended();

    /** As the journal and the history of changes name them. */
    String actor();

    /** Whoever runs the server. */
    record Operator(long id, String login) implements Principal {
        @Override
        public boolean suspended() {
            return false;
        }

        @Override
        public String actor() {
            return "operator " + login;
        }
    }

    /** A contract holder. */
    record Contractor(long id, Customer customer) implements Principal {
        @Override
        public String login() {
            return customer.login();
        }

        @Override
        public boolean suspended() {
            return customer.suspended();
        }

        @Override
        public String actor() {
            return "customer " + customer.login();
        }
    }

    /** The owner of a mail account. */
    record Owner(Account account) implements Principal {
        @Override
        public String login() {
            return account.address().toString();
        }

        @Override
        public boolean suspended() {
            return account.suspended();
        }

        @Override
        public String actor() {
            return "account " + account.address();
        }
    }
}
