// SPDX-License-Identifier: Apache-2.0
/**
 * SQLite and PostgreSQL behind one door, {@link org.fumibako.db.Database}: open, migrate, read, write, lease.
 *
 * <p><b>Threading.</b> A {@code Database} is safe for any number of threads. In SQLite, work of a virtual thread runs on a
 * platform thread (native calls pin carriers) while a platform thread does its own; writes queue behind each other. In
 * PostgreSQL work runs on the caller.
 *
 * <p><b>Statements.</b> Preparing the same text again on a connection is cheap in both engines, so callers prepare where they
 * use and close as usual: {@code SqliteConnection} keeps closed statements by text, and the PostgreSQL driver does likewise.
 *
 * <p><b>Migrations</b> lie on the class path under a folder that the owner of the database names: {@code V*.sql} in
 * {@code common}, {@code sqlite} and {@code postgresql}, numbered over all three; {@code db/base} comes first in every
 * database. Flyway applies them and keeps {@code schema_history}. A schema newer than the program is refused.
 *
 * <p><b>On disk.</b> SQLite: the file, {@code -wal} and {@code -shm} beside it, and {@code .lock}, which one process holds.
 *
 * <p>It does not hide SQL, map rows, or know what the tables of its callers mean.
 */
@org.jspecify.annotations.NullMarked
package org.fumibako.db;
