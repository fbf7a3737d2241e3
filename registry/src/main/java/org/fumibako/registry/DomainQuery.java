// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.util.Locale;
import java.util.Optional;
import org.fumibako.model.CustomerId;

/**
 * Which domains.
 *
 * @param customer whose; everybody's when empty
 * @param text a part of the name, or of the customer's login
 * @param limit rows at most
 */
public record DomainQuery(
        Optional<CustomerId> customer, String text, Sort sort, boolean descending, long offset, int limit) {
    /** By what they are sorted; where they are equal, by name. */
    public enum Sort {
        NAME("domain.name"),
        CUSTOMER("customer.login"),
        CREATED("domain.created"),
        ACCOUNTS("accounts");

        private final String sql;

        Sort(String sql) {
            this.sql = sql;
        }

        String sql(boolean descending) {
            return " ORDER BY " + sql + (descending ? " DESC" : "") + ", domain.name";
        }
    }

    String like() {
        return Sql.part(text.toLowerCase(Locale.ROOT));
    }
}
