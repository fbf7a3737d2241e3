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
import org.fumibako.store.pack.LogEvent;

/**
 * What accounts have beside mail, by kind, with states that rise by one with each change and survive whatever happens to the
 * process. What changes something is durable when the call returns, and told to the {@link ChangeFeed}. It is in the packs, so a
 * rebuild brings it back; the journal has no rows of it. Safe for any number of threads and processes.
 */
public final class AccountObjects {
    /** Characters of a value: a card with a small picture. */
    public static final int MAX_VALUE = 256 << 10;

    /** Changes back that can be told apart from others. */
    private static final long KNOWN_CHANGES = 10_000;

    private final Database database;
    private final Committer committer;

    AccountObjects(Database database, Committer committer) {
        this.database = database;
        this.committer = committer;
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
        return submit(account, value.length(), group -> {
            Connection tx = group.connection();
            if (ObjectRows.count(tx, account, kind) >= most) {
                return OptionalLong.empty();
            }
            ObjectRows.Next next = ObjectRows.next(tx, account, kind, 1);
            AccountObject object = new AccountObject(account, next.id(), value, next.state(), due, false);
            ObjectRows.insert(tx, object, kind);
            kept(group, kind, object);
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
        return submit(read.account(), value.length(), group -> {
            Connection tx = group.connection();
            // A state is taken for real changes only: the packs have no record of any other.
            if (!ObjectRows.isStill(tx, read, kind)) {
                return false;
            }
            long state = ObjectRows.next(tx, read.account(), kind, 0).state();
            AccountObject object = new AccountObject(read.account(), read.id(), value, state, due, false);
            ObjectRows.replace(tx, object, kind);
            kept(group, kind, object);
            return true;
        });
    }

    private static void kept(Group group, String kind, AccountObject object) {
        long dueAt = object.due().map(Instant::toEpochMilli).orElse(0L);
        group.record(
                new LogEvent.ObjectKept(object.account(), kind, object.id(), object.changed(), dueAt, object.value()));
        group.changed(new Group.Kind(object.account(), kind));
    }

    /** Takes one away; false when it is not there. */
    public boolean remove(AccountId account, String kind, long id) {
        return submit(account, 0, group -> remove(group, account, kind, id));
    }

    private static boolean remove(Group group, AccountId account, String kind, long id) throws SQLException {
        Connection tx = group.connection();
        if (ObjectRows.find(tx, account, kind, id).isEmpty()) {
            return false;
        }
        long state = ObjectRows.next(tx, account, kind, 0).state();
        ObjectRows.bury(tx, account, kind, id, state);
        ObjectRows.forget(tx, account, kind, state - KNOWN_CHANGES);
        group.record(new LogEvent.ObjectGone(account, kind, id, state));
        group.changed(new Group.Kind(account, kind));
        return true;
    }

    /** Wakes those who listen for a kind of which something changed that is kept elsewhere. */
    public void announce(AccountId account, String kind) {
        boolean _ = submit(account, 0, group -> {
            group.changed(new Group.Kind(account, kind));
            return true;
        });
    }

    private <R> R submit(AccountId account, long length, ObjectChange.Step<R> step) {
        try {
            return committer.submit(new ObjectChange<>(account, 128 + 3 * length, step));
        } catch (MailboxException never) {
            throw new IllegalStateException(never);
        }
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
