// SPDX-License-Identifier: Apache-2.0
package org.fumibako.db;

import java.sql.SQLException;
import org.sqlite.jdbc4.JDBC4PreparedStatement;

/** A prepared statement that goes back to its connection when it is closed, reset and without parameters. */
final class ReusableStatement extends JDBC4PreparedStatement {
    private final SqliteConnection connection;
    private final String text;
    private boolean inUse = true;

    ReusableStatement(SqliteConnection connection, String text) throws SQLException {
        super(connection, text);
        this.connection = connection;
        this.text = text;
    }

    String text() {
        return text;
    }

    void take() {
        inUse = true;
    }

    @Override
    public void close() throws SQLException {
        if (!inUse || conn.isClosed()) {
            return;
        }
        inUse = false;
        boolean reset = false;
        try {
            rs.close();
            clearParameters();
            clearBatch();
            reset = true;
        } finally {
            connection.release(this, reset);
        }
    }

    /** Closes it for good. */
    void discard() throws SQLException {
        inUse = false;
        super.close();
    }
}
