// SPDX-License-Identifier: Apache-2.0
package org.fumibako.db;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Properties;
import java.util.SequencedMap;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.jdbc4.JDBC4Connection;

/**
 * A SQLite connection that keeps what it has prepared: preparing a text again after its statement was closed costs a map
 * lookup. Used by one thread at a time.
 *
 * <p>The driver is told that auto-commit is off but never asked to commit: its {@code commit()} begins the next transaction
 * at once, which would hold the write lock while nobody writes.
 */
final class SqliteConnection extends JDBC4Connection {
    /** Statements kept; SQL texts are constants of the program, only lists of varying length make more of them. */
    private static final int MAX_STATEMENTS = 256;

    private static final int BUSY_TIMEOUT_MILLIS = 10_000;

    private final SequencedMap<String, ReusableStatement> statements = new LinkedHashMap<>(64, 0.75f, true);
    private final List<ReusableStatement> open = new ArrayList<>();
    private boolean usable = true;

    private SqliteConnection(Path file) throws SQLException {
        super("jdbc:sqlite:" + file, file.toString(), properties());
    }

    /** Opens {@code file}, which is created when it is not there, with {@code pragmas} set. */
    static SqliteConnection open(Path file, List<String> pragmas) throws SQLException {
        SqliteConnection connection = new SqliteConnection(file);
        try (Statement statement = connection.createStatement()) {
            for (String pragma : pragmas) {
                statement.execute("PRAGMA " + pragma);
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        connection.getConnectionConfig().setAutoCommit(false);
        return connection;
    }

    private static Properties properties() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        // Otherwise the driver asks for last_insert_rowid() after every INSERT.
        config.setGetGeneratedKeys(false);
        return config.toProperties();
    }

    /** Not as a prepared statement: some pragmas take effect when they are prepared, and only then. */
    void pragma(String text) throws SQLException {
        try (Statement statement = createStatement()) {
            statement.execute("PRAGMA " + text);
        }
    }

    /** Runs {@code work} between {@code begin} and COMMIT, or ROLLBACK when it throws. */
    <T> T transact(String begin, Database.Work<T> work) throws SQLException {
        run(begin);
        try {
            T result = work.run(this);
            closeStatements();
            run("COMMIT");
            return result;
        } catch (Throwable failure) {
            rollBack(failure);
            throw failure;
        }
    }

    /** Whether it may be used again: not when a transaction could be neither committed nor rolled back. */
    boolean usable() {
        return usable;
    }

    private void rollBack(Throwable cause) {
        try {
            closeStatements();
            run("ROLLBACK");
        } catch (SQLException e) {
            // SQLite rolls back by itself when the disk is full or fails; then there is nothing left to roll back.
            if (e.getErrorCode() != SQLiteErrorCode.SQLITE_ERROR.code) {
                usable = false;
                cause.addSuppressed(e);
            }
        }
    }

    private void run(String sql) throws SQLException {
        try (PreparedStatement statement = prepareStatement(sql)) {
            statement.execute();
        }
    }

    @Override
    public PreparedStatement prepareStatement(String sql) throws SQLException {
        ReusableStatement statement = statements.remove(sql);
        if (statement == null) {
            statement = new ReusableStatement(this, sql);
        }
        statement.take();
        open.add(statement);
        return statement;
    }

    /** Takes back a statement that its user closed; {@code fit} when it may be used again. */
    void release(ReusableStatement statement, boolean fit) throws SQLException {
        open.remove(statement);
        if (!fit) {
            statement.discard();
            return;
        }
        ReusableStatement twin = statements.put(statement.text(), statement);
        if (twin != null) {
            twin.discard();
        }
        if (statements.size() > MAX_STATEMENTS) {
            statements.pollFirstEntry().getValue().discard();
        }
    }

    /** A statement left open would hold the transaction's snapshot. */
    private void closeStatements() throws SQLException {
        while (!open.isEmpty()) {
            open.getLast().close();
        }
    }
}
