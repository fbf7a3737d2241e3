// SPDX-License-Identifier: Apache-2.0
package org.fumibako.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every {@link Database} keeps, whatever is behind it. */
@Timeout(120)
interface DatabaseContract {
    TestDatabase fresh();

    @Test
    default void readSeesWhatWasCommitted() {
        try (TestDatabase test = fresh();
                Database database = test.open()) {
            database.write(connection -> insert(connection, 1, "one"));
            assertThat(database.read(DatabaseContract::notes)).containsExactly("one");
        }
    }

    @Test
    default void readSeesWhatWasCommittedUnforcedAndSoDoesWhoOpensItAgain() {
        try (TestDatabase test = fresh()) {
            try (Database database = test.open()) {
                database.writeUnforced(connection -> insert(connection, 1, "one"));
                assertThat(database.read(DatabaseContract::notes)).containsExactly("one");
                database.write(connection -> insert(connection, 2, "two"));
                database.writeUnforced(connection -> insert(connection, 3, "three"));
            }
            try (Database database = test.open()) {
                assertThat(database.read(DatabaseContract::notes)).containsExactly("one", "two", "three");
            }
        }
    }

    @Test
    default void workThatThrowsLeavesNothingBehindAndItsExceptionPasses() {
        try (TestDatabase test = fresh();
                Database database = test.open()) {
            IllegalStateException failure = new IllegalStateException("no");
            assertThatThrownBy(() -> database.write(connection -> {
                        insert(connection, 1, "one");
                        throw failure;
                    }))
                    .isSameAs(failure);
            assertThat(database.read(DatabaseContract::notes)).isEmpty();
            database.write(connection -> insert(connection, 1, "after"));
            assertThat(database.read(DatabaseContract::notes)).containsExactly("after");
        }
    }

    @Test
    default void failureOfTheDatabaseIsADatabaseExceptionAndTheNextWriteWorks() {
        try (TestDatabase test = fresh();
                Database database = test.open()) {
            database.write(connection -> insert(connection, 1, "one"));
            assertThatThrownBy(() -> database.write(connection -> {
                        insert(connection, 2, "two");
                        return insert(connection, 1, "one again");
                    }))
                    .isInstanceOf(DatabaseException.class)
                    .hasCauseInstanceOf(SQLException.class);
            database.write(connection -> insert(connection, 3, "three"));
            assertThat(database.read(DatabaseContract::notes)).containsExactly("one", "three");
        }
    }

    @Test
    default void whatWasWrittenIsThereAfterReopening() {
        try (TestDatabase test = fresh()) {
            try (Database database = test.open()) {
                database.write(connection -> insert(connection, 1, "one"));
            }
            try (Database database = test.open()) {
                assertThat(database.read(DatabaseContract::notes)).containsExactly("one");
            }
        }
    }

    @Test
    default void readIsOneStateHoweverMuchIsWrittenMeanwhile() {
        try (TestDatabase test = fresh();
                Database database = test.open()) {
            database.write(connection -> insert(connection, 1, "one"));
            List<String> second = database.read(connection -> {
                notes(connection);
                onAnotherThread(() -> database.write(writing -> insert(writing, 2, "two")));
                return notes(connection);
            });
            assertThat(second).containsExactly("one");
            assertThat(database.read(DatabaseContract::notes)).containsExactly("one", "two");
        }
    }

    @Test
    default void readCannotWrite() {
        try (TestDatabase test = fresh();
                Database database = test.open()) {
            assertThatThrownBy(() -> database.read(connection -> insert(connection, 1, "one")))
                    .isInstanceOf(DatabaseException.class);
        }
    }

    @Test
    default void concurrentReadModifyWriteLosesNothing() throws Exception {
        int threads = 8;
        int rounds = 25;
        try (TestDatabase test = fresh();
                Database database = test.open()) {
            CountDownLatch start = new CountDownLatch(1);
            try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<?>> done = new ArrayList<>();
                for (int i = 0; i < threads; i++) {
                    done.add(callers.submit(() -> {
                        start.await();
                        for (int round = 0; round < rounds; round++) {
                            database.write(DatabaseContract::increment);
                        }
                        return null;
                    }));
                }
                start.countDown();
                for (Future<?> future : done) {
                    future.get(60, TimeUnit.SECONDS);
                }
            }
            assertThat(database.read(DatabaseContract::total)).isEqualTo((long) threads * rounds);
        }
    }

    @Test
    default void statementMayBePreparedAgainWhileItsTwinIsOpen() {
        try (TestDatabase test = fresh();
                Database database = test.open()) {
            database.write(connection -> insert(connection, 1, "one") + insert(connection, 2, "two"));
            List<String> pairs = database.read(connection -> {
                List<String> found = new ArrayList<>();
                try (PreparedStatement outer = connection.prepareStatement("SELECT text FROM note ORDER BY id");
                        ResultSet row = outer.executeQuery()) {
                    while (row.next()) {
                        found.add(row.getString(1) + notes(connection));
                    }
                }
                return found;
            });
            assertThat(pairs).containsExactly("one[one, two]", "two[one, two]");
        }
    }

    @Test
    default void parametersDoNotOutliveTheStatement() {
        try (TestDatabase test = fresh();
                Database database = test.open()) {
            database.write(connection -> insert(connection, 1, "one"));
            assertThatThrownBy(() -> database.write(connection -> {
                        try (PreparedStatement statement =
                                connection.prepareStatement("INSERT INTO note VALUES (?, ?)")) {
                            statement.setLong(1, 2);
                            return statement.executeUpdate();
                        }
                    }))
                    .isInstanceOf(DatabaseException.class);
        }
    }

    @Test
    default void leaseIsHeldByOneUntilItEnds() {
        try (TestDatabase test = fresh();
                Database database = test.open()) {
            plantLease(database, "sweep", Long.MAX_VALUE / 2);
            assertThat(database.lease("sweep", Duration.ofMinutes(1))).isEmpty();
            assertThat(database.lease("other", Duration.ofMinutes(1))).isPresent();
            plantLease(database, "sweep", 1);
            assertThat(database.lease("sweep", Duration.ofMinutes(1))).isPresent();
        }
    }

    @Test
    default void leaseIsRenewedByItsHolderAndGoneWhenGivenBack() {
        try (TestDatabase test = fresh();
                Database database = test.open()) {
            assertThat(database.lease("sweep", Duration.ofMinutes(1))).isPresent();
            Database.Lease renewed =
                    database.lease("sweep", Duration.ofMinutes(1)).orElseThrow();
            assertThat(leases(database)).isEqualTo(1);
            renewed.close();
            renewed.close();
            assertThat(leases(database)).isZero();
        }
    }

    @Test
    default void whatIsClosedRefusesWork() {
        try (TestDatabase test = fresh()) {
            Database database = test.open();
            database.close();
            assertThatThrownBy(() -> onAnotherThread(() -> database.read(DatabaseContract::notes)))
                    .hasRootCauseInstanceOf(Exception.class);
        }
    }

    private static void plantLease(Database database, String name, long expires) {
        database.write(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "INSERT INTO lease VALUES (?, 'somebody else', ?) ON CONFLICT (name) DO UPDATE SET expires = ?")) {
                statement.setString(1, name);
                statement.setLong(2, expires);
                statement.setLong(3, expires);
                return statement.executeUpdate();
            }
        });
    }

    private static long leases(Database database) {
        return database.read(connection -> number(connection, "SELECT count(*) FROM lease"));
    }

    private static int insert(Connection connection, long id, String text) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("INSERT INTO note VALUES (?, ?)")) {
            statement.setLong(1, id);
            statement.setString(2, text);
            return statement.executeUpdate();
        }
    }

    private static List<String> notes(Connection connection) throws SQLException {
        List<String> notes = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("SELECT text FROM note ORDER BY id");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                notes.add(row.getString(1));
            }
        }
        return notes;
    }

    private static int increment(Connection connection) throws SQLException {
        long total = total(connection);
        try (PreparedStatement statement = connection.prepareStatement("UPDATE tally SET total = ? WHERE id = 1")) {
            statement.setLong(1, total + 1);
            return statement.executeUpdate();
        }
    }

    private static long total(Connection connection) throws SQLException {
        return number(connection, "SELECT total FROM tally WHERE id = 1");
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void onAnotherThread(Runnable work) {
        try (ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
            thread.submit(work).get(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
