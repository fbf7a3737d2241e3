// SPDX-License-Identifier: Apache-2.0
package org.fumibako.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * One database behind one door, SQLite or PostgreSQL. SQL above this floor stays inside what both understand.
 *
 * <p>Native SQLite calls pin the carrier of a virtual thread, so work runs on platform threads that the implementation
 * owns; callers block, cheaply, until it is done. Failures of the database are {@link DatabaseException}.
 */
public interface Database extends AutoCloseable {
    Engine engine();

    /** Runs {@code work} on a read connection; several run at once, each sees one consistent state. */
    <T> T read(Work<T> work);

    /**
     * Runs {@code work} in one transaction and returns when it is durable. In SQLite writers queue behind each other; in
     * PostgreSQL a serialization failure or deadlock makes {@code work} run again, so it must have no other effect.
     */
    <T> T write(Work<T> work);

    /**
     * Like {@link #write}, but returns as soon as others see it. It is durable with the next {@code write}, or a second later:
     * when the machine stops before, this transaction and all of its kind after it are gone, and none before it. For those who
     * keep elsewhere what it takes to do it again. An engine that may stop without this process just does {@code write}.
     */
    default <T> T writeUnforced(Work<T> work) {
        return write(work);
    }

    /** Takes or renews the named lease for this process; empty while another process holds it. */
    Optional<Lease> lease(String name, Duration length);

    @Override
    void close();

    /** The engines that the same SQL runs on. */
    enum Engine {
        SQLITE,
        POSTGRESQL
    }

    /**
     * What is done with a connection; it must not keep it, commit it or close it. Preparing the same text again is cheap in
     * both engines.
     */
    interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    /** The right to be the one process that does something; ends by itself when it is not renewed. */
    interface Lease extends AutoCloseable {
        /** Gives the lease back. Idempotent. */
        @Override
        void close();
    }
}
