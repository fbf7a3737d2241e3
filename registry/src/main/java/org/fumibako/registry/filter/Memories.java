// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.filter;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Optional;
import org.fumibako.model.AccountId;
import org.fumibako.model.DomainId;
import org.fumibako.registry.Changes;
import org.fumibako.registry.Sql;

/**
 * What the spam filter was taught by accounts, as octets whose meaning the filter knows. A lesson and how far the journal was read are one
 * change, so that each is learnt once, whenever the server stops. Safe for any number of threads.
 */
public final class Memories {
    /** Judgements of one account that are kept, so that they can be taken back; older ones stay learnt. */
    public static final int MAX_JUDGEMENTS = 2_000;

    private final Changes changes;

    public Memories(Changes changes) {
        this.changes = changes;
    }

    /** What was learnt from an account, if anything. */
    public Optional<byte[]> of(AccountId account) {
        return changes.read(connection ->
                words(connection, "SELECT words FROM filter_account_memory WHERE account_id = ?", account.value()));
    }

    /** What was learnt from all accounts of a domain, if anything. */
    public Optional<byte[]> of(DomainId domain) {
        return changes.read(connection ->
                words(connection, "SELECT words FROM filter_domain_memory WHERE domain_id = ?", domain.value()));
    }

    /** What the account last said of a message: whether it is spam. */
    public Optional<Boolean> judgement(AccountId account, long contentId) {
        return changes.read(connection -> Sql.first(
                connection,
                row -> row.getBoolean(1),
                "SELECT spam FROM filter_judgement WHERE account_id = ? AND content_id = ?",
                account.value(),
                contentId));
    }

    /** The journal's row up to which was learnt; 0 before the first. */
    public long position() {
        return changes.read(connection -> Sql.number(connection, "SELECT position FROM filter_progress WHERE id = 1"));
    }

    /** Nothing is to be learnt from the journal's rows up to {@code position}. */
    public void passed(long position) {
        changes.write(connection -> {
            pass(connection, position);
            return position;
        });
    }

    /** Keeps a lesson with what account and domain know from now on. */
    public void learn(Lesson lesson, byte[] ofAccount, byte[] ofDomain) {
        changes.write(connection -> {
            pass(connection, lesson.position());
            judge(connection, lesson);
            keep(
                    connection,
                    "INSERT INTO filter_account_memory (account_id, words) VALUES (?, ?) ON CONFLICT (account_id)"
                            + " DO UPDATE SET words = excluded.words",
                    lesson.account().value(),
                    ofAccount);
            keep(
                    connection,
                    "INSERT INTO filter_domain_memory (domain_id, words) VALUES (?, ?) ON CONFLICT (domain_id)"
                            + " DO UPDATE SET words = excluded.words",
                    lesson.domain().value(),
                    ofDomain);
            return lesson;
        });
    }

    private static void pass(Connection connection, long position) throws SQLException {
        Sql.update(
                connection,
                "INSERT INTO filter_progress (id, position) VALUES (1, ?) ON CONFLICT (id)"
                        + " DO UPDATE SET position = excluded.position",
                position);
    }

    private static void judge(Connection connection, Lesson lesson) throws SQLException {
        long account = lesson.account().value();
        if (lesson.spam().isEmpty()) {
            Sql.update(
                    connection,
                    "DELETE FROM filter_judgement WHERE account_id = ? AND content_id = ?",
                    account,
                    lesson.contentId());
            return;
        }
        Sql.update(
                connection,
                "INSERT INTO filter_judgement (account_id, content_id, spam, position) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (account_id, content_id) DO UPDATE SET spam = excluded.spam,"
                        + " position = excluded.position",
                account,
                lesson.contentId(),
                lesson.spam().get(),
                lesson.position());
        Sql.update(
                connection,
                "DELETE FROM filter_judgement WHERE account_id = ? AND position <= (SELECT position FROM filter_judgement"
                        + " WHERE account_id = ? ORDER BY position DESC LIMIT 1 OFFSET ?)",
                account,
                account,
                MAX_JUDGEMENTS);
    }

    private static void keep(Connection connection, String sql, long id, byte[] words) throws SQLException {
        Sql.update(connection, sql, id, Base64.getEncoder().encodeToString(words));
    }

    private static Optional<byte[]> words(Connection connection, String sql, long id) throws SQLException {
        return Sql.first(connection, row -> Base64.getDecoder().decode(row.getString(1)), sql, id);
    }
}
