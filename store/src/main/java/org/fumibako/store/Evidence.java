// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.fumibako.journal.JournalEvent;

/** Where a group's journal rows go, in the group's own transaction. */
interface Evidence {
    void write(Connection tx, List<JournalEvent.Entry> entries) throws SQLException;
}
