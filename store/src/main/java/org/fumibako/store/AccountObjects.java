// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.fumibako.db.Database;
import org.fumibako.model.AccountId;

/**
 * What accounts have beside mail, by kind, with states that rise by one with each change and survive whatever happens to the
 * process. What changes something is durable when the call returns. Safe for any number of threads and processes; the journal has
 * no rows of it, and packs do not hold it: it is in backups of the index.
 */
public final class AccountObjects {
    /** Characters of a value: a card with a small picture. */
    public static final int MAX_VALUE = 256 << 10;

    /** Changes back that can be told apart from others. */
    private static final long KNOWN_CHANGES = 10_000;

    private final Database database;

    AccountObjects(Database database) {
        this.database = database;
    }

    /** What came, changed and went since a state; ids. */
    public record Changes(List<Long> created, List<Long> updated, List<Long> destroyed) {}

    /** The latest state of a kind; 0 when there never was anything. */
    public long state(AccountId account, String kind) {
        return database.read(connection -> ObjectRows.state(connection, account, kind));
    }

    /** All of a kind, by id. */
    public List<AccountObject> list(AccountId account, String kind) {
        return database.read(connection -> ObjectRows.list(connection, account, kind));
    }

    /** One of them. */
    public Optional<AccountObject> find(AccountId account, String kind, long id) {
        return database.read(connection -> ObjectRows.find(connection, account, kind, id));
    }

    /** What happened since a state; empty when that is too long ago, or is no state that there was. */
    public Optional<Changes> since(AccountId account, String kind, long state) {
        return database.read(connection -> ObjectRows.since(connection, account, kind, state));
    }

    /**
     * Adds one, and answers its id; empty when there are {@code most} already.
     *
     * @throws IllegalArgumentException when the value is longer than {@link #MAX_VALUE}
     */
    public OptionalLong add(AccountId account, String kind, String value, Optional<Instant> due, int most) {
        requireShort(value);
        return database.write(connection -> {
            if (ObjectRows.count(connection, account, kind) >= most) {
                return OptionalLong.empty();
            }
            ObjectRows.Next next = ObjectRows.next(connection, account, kind, 1);
            ObjectRows.insert(connection, new AccountObject(account, next.id(), value, next.state(), due, false), kind);
            return OptionalLong.of(next.id());
        });
    }

    /**
     * Gives it another value and time, and lets go of it. False when it is not there or has changed since it was read.
     *
     * @param read as it was read
     */
    public boolean replace(AccountObject read, String kind, String value, Optional<Instant> due) {
        requireShort(value);
        return database.write(connection -> {
            ObjectRows.Next next = ObjectRows.next(connection, read.account(), kind, 0);
            return ObjectRows.replace(connection, read, kind, value, due, next.state());
        });
    }

    /** Takes one away; false when it is not there. */
    public boolean remove(AccountId account, String kind, long id) {
        return database.write(connection -> remove(connection, account, kind, id));
    }

    private static boolean remove(Connection tx, AccountId account, String kind, long id) throws SQLException {
        if (ObjectRows.find(tx, account, kind, id).isEmpty()) {
            return false;
        }
        ObjectRows.Next next = ObjectRows.next(tx, account, kind, 0);
        ObjectRows.bury(tx, account, kind, id, next.state());
        ObjectRows.forget(tx, account, kind, next.state() - KNOWN_CHANGES);
        return true;
    }

    /**
     * Claims what is due, the longest due first. What is claimed is due again at {@code until}, unless it is replaced before; so one
     * who dies with it costs time only.
     */
    public List<AccountObject> claim(String kind, Instant now, Instant until, int most) {
        return database.write(connection -> ObjectRows.claim(connection, kind, now, until, most));
    }

    /** When the next of a kind is due, of any account. */
    public Optional<Instant> nextDue(String kind) {
        return database.read(connection -> ObjectRows.nextDue(connection, kind));
    }

    private static void requireShort(String value) {
        if (value.length() > MAX_VALUE) {
            throw new IllegalArgumentException("an object of " + value.length() + " characters");
        }
    }
}
