// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.util.Locale;
import org.fumibako.model.DomainId;

/**
 * Which accounts of a domain.
 *
 * @param text a part of the address or of the name, in any case; empty for all
 * @param limit rows at most
 */
public record AccountQuery(DomainId domain, String text, Sort sort, boolean descending, long offset, int limit) {
    /** By what they are sorted; where they are equal, by address. */
    public enum Sort {
        ADDRESS("lower(account.address)"),
        NAME("account.name"),
        QUOTA("account.quota_megabytes"),
        CREATED("account.created"),
        LAST_SIGN_IN(AccountList.LAST_SIGN_IN);

        private final String sql;

        Sort(String sql) {
            this.sql = sql;
        }

        String sql(boolean descending) {
            return " ORDER BY " + sql + (descending ? " DESC" : "") + ", lower(account.address), account.id";
        }
    }

    String like() {
        return Sql.part(text.toLowerCase(Locale.ROOT));
    }
}
