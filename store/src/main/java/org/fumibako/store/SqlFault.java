// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.sql.SQLException;
import java.util.Set;
import org.fumibako.db.Database;

/** What a failure of the database means for those that shared the transaction. */
enum SqlFault {
    /** One of the changes has something in it that the database does not take; the others may go in without it. */
    OF_ONE_CHANGE,
    /** Not now: disk full, database not reachable. */
    PASSING,
    /** The disk failed under the database; what it says of itself cannot be relied on before it was opened anew. */
    LASTING;

    // https://www.sqlite.org/rescode.html
    private static final int SQLITE_IOERR = 10;
    private static final int SQLITE_CORRUPT = 11;
    private static final Set<Integer> SQLITE_DATA = Set.of(1, 18, 19, 20, 25);

    static SqlFault of(Throwable failure, Database.Engine engine) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return engine == Database.Engine.SQLITE ? ofSqlite(sql) : ofPostgres(sql);
            }
        }
        return OF_ONE_CHANGE;
    }

    private static SqlFault ofSqlite(SQLException sql) {
        int primary = sql.getErrorCode() & 0xff;
        if (primary == SQLITE_IOERR || primary == SQLITE_CORRUPT) {
            return LASTING;
        }
        return SQLITE_DATA.contains(primary) ? OF_ONE_CHANGE : PASSING;
    }

    /** Classes 22, 23 and 42: the data, a constraint, the statement. */
    private static SqlFault ofPostgres(SQLException sql) {
        String state = sql.getSQLState();
        boolean data = state != null && (state.startsWith("22") || state.startsWith("23") || state.startsWith("42"));
        return data ? OF_ONE_CHANGE : PASSING;
    }
}
