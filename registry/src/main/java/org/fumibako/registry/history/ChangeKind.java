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
    ACCOUNT_RESTORED;

    /** The name in rows. */
    public String column() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static ChangeKind ofColumn(String column) {
        return valueOf(column.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
