// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;

/**
 * {@link Sending} over the registry's tables. Sessions that count at the same time share a transaction: whoever gets the lock
 * counts for all who wait, so that a busy server pays one commit for many messages.
 */
final class RegistrySending implements Sending {
    /** Messages counted in one transaction; a bound on how long the writer of the registry is held. */
    private static final int BATCH = 200;

    private final Changes changes;
    private final Queue<Ticket> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock counting = new ReentrantLock();

    /** Written and read under {@link #counting}. */
    private long expiredAt;

    RegistrySending(Changes changes) {
        this.changes = changes;
    }

    /** One message that waits to be counted. */
    private static final class Ticket {
        final Account account;
        final int recipients;
        Optional<Exceeded> answer = Optional.empty();
        boolean answered;

        Ticket(Account account, int recipients) {
            this.account = account;
            this.recipients = recipients;
        }
    }

    @Override
    public Optional<Exceeded> count(Account account, int recipients) {
        Ticket ticket = new Ticket(account, recipients);
        waiting.add(ticket);
        counting.lock();
        try {
            while (!ticket.answered) {
                countWaiting();
            }
            return ticket.answer;
        } catch (RuntimeException | Error failed) {
            waiting.remove(ticket);
            throw failed;
        } finally {
            counting.unlock();
        }
    }

    private void countWaiting() {
        List<Ticket> batch = waiting.stream().limit(BATCH).toList();
        long slot = SentTable.slot(changes.now());
        List<Optional<Exceeded>> answers = changes.write(connection -> {
            if (slot != expiredAt) {
                SentTable.expire(connection, slot);
            }
            List<Optional<Exceeded>> made = new ArrayList<>(batch.size());
            for (Ticket ticket : batch) {
                made.add(count(connection, ticket, slot));
            }
            return made;
        });
        expiredAt = slot;
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).answer = answers.get(i);
            batch.get(i).answered = true;
            waiting.remove(batch.get(i));
        }
    }

    private static Optional<Exceeded> count(Connection connection, Ticket ticket, long slot) throws SQLException {
        Optional<Exceeded> exceeded = foresee(connection, ticket.account, ticket.recipients, slot);
        if (exceeded.isEmpty()) {
            for (Whose whose : Whose.values()) {
                SentTable.add(connection, SentTable.subject(ticket.account, whose), slot, ticket.recipients);
            }
        }
        return exceeded;
    }

    @Override
    public Optional<Exceeded> foresee(Account account, int recipients) {
        long slot = SentTable.slot(changes.now());
        return changes.read(connection -> foresee(connection, account, recipients, slot));
    }

    private static Optional<Exceeded> foresee(Connection connection, Account account, int recipients, long slot)
            throws SQLException {
        for (Whose whose : Whose.values()) {
            SendingRate rate = rate(connection, account, whose);
            Used used = SentTable.used(connection, SentTable.subject(account, whose), slot);
            Optional<Exceeded> exceeded = SentTable.exceeded(whose, rate, used, recipients);
            if (exceeded.isPresent()) {
                return exceeded;
            }
        }
        return Optional.empty();
    }

    private static SendingRate rate(Connection connection, Account account, Whose whose) throws SQLException {
        return switch (whose) {
            case ACCOUNT -> Pacing.rate(connection, account.id());
            case CUSTOMER ->
                SendingRate.of(Plans.of(connection, account.customer()).limits());
        };
    }

    @Override
    public Used used(Account account, Whose whose) {
        long slot = SentTable.slot(changes.now());
        return changes.read(connection -> SentTable.used(connection, SentTable.subject(account, whose), slot));
    }
}
