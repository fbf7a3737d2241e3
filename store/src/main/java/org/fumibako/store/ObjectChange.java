// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.sql.SQLException;
import java.util.List;
import org.fumibako.model.AccountId;

/** Changes what an account has beside mail, by a step that writes its rows and records. */
record ObjectChange<R>(AccountId account, long weight, Step<R> step) implements Change<R> {
    /** Does it. */
    interface Step<R> {
        R apply(Group group) throws SQLException;
    }

    @Override
    public List<AccountId> accounts() {
        return List.of(account);
    }

    @Override
    public R apply(Group group) throws SQLException {
        return step.apply(group);
    }
}
