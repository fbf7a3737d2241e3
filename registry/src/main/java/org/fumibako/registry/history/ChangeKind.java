// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.history;

import java.util.Locale;

/** What kind of change it was. Rows keep the names: none may change. */
public enum ChangeKind {
    ACCOUNT_ADDED,
    ACCOUNT_QUOTA,
    ACCOUNT_NAME,
    ACCOUNT_PASSWORD,
    ACCOUNT_SUSPENDED,
    ACCOUNT_DELETED,
    ACCOUNT_RESTORED,
    FORWARDING_TARGETS,
    FORWARDING_KEEP,
    FORWARDING_UNPROVEN,
    AUTO_REPLY,
    APP_PASSWORD_ADDED,
    APP_PASSWORD_REVOKED,
    FILTER,
    FILTER_ALLOWED,
    FILTER_BLOCKED,
    RULES,
    TWO_STEP_ON,
    TWO_STEP_OFF,
    CUSTOMER_NAME,
    CUSTOMER_PASSWORD;

    /** The name in rows. */
    public String column() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static ChangeKind ofColumn(String column) {
        return valueOf(column.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
