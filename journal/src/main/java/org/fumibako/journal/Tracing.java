// SPDX-License-Identifier: Apache-2.0
package org.fumibako.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.fumibako.model.AccountId;

/** Puts the lives of messages together from the rows of the journal. Of one query, on one connection. */
final class Tracing {
    /** Rows between that of a check and that of the filing it belongs to: what other sessions wrote in a second or so. */
    private static final long NEIGHBOURHOOD = 5_000;

    /** Beginnings that are read to find the messages asked for; one with many recipients has as many. */
    private static final int BEGINNINGS = 5_000;

    private final Connection connection;
    private final TraceQuery query;

    Tracing(Connection connection, TraceQuery query) {
        this.connection = connection;
        this.query = query;
    }

    /** A message: content ids and queue ids are one kind of number; a refused one has none, and its row stands for it. */
    private record Key(boolean kept, long id) {}

    /** The latest message first. */
    TracePage run(long now) throws SQLException {
        TraceTable.Beginnings found = TraceTable.beginnings(connection, query, now, BEGINNINGS);
        Map<Key, List<JournalRow>> beginnings = new LinkedHashMap<>();
        OptionalLong next = found.rest();
        for (JournalRow row : found.rows()) {
            if (!isWanted(row)) {
                continue;
            }
            Key key = key(row);
            if (beginnings.size() == query.limit() && !beginnings.containsKey(key)) {
                next = OptionalLong.of(row.id() + 1);
                break;
            }
            beginnings.computeIfAbsent(key, first -> new ArrayList<>()).add(row);
        }
        List<MessageLife> lives = new ArrayList<>();
        for (Map.Entry<Key, List<JournalRow>> message : beginnings.entrySet()) {
            lives.add(life(message.getKey(), message.getValue()));
        }
        return new TracePage(lives, next);
    }

    private boolean isWanted(JournalRow row) {
        return query.whose().includes(row.account()) && !row.at().isBefore(query.since()) && query.begins(row.event());
    }

    private static Key key(JournalRow row) {
        if (row.event() instanceof JournalEvent.Filed filed) {
            return new Key(true, filed.contentId());
        }
        return row.event() instanceof OutgoingEvent outgoing
                ? new Key(true, outgoing.queueId())
                : new Key(false, row.id());
    }

    private MessageLife life(Key key, List<JournalRow> beginnings) throws SQLException {
        Map<Long, JournalRow> rows = new TreeMap<>();
        for (JournalRow beginning : beginnings) {
            rows.put(beginning.id(), beginning);
            check(beginning).ifPresent(row -> rows.put(row.id(), row));
            add(sorting(beginning), rows);
            if (key.kept()) {
                add(follow(key.id(), beginning), rows);
            }
        }
        return new MessageLife(List.copyOf(rows.values()));
    }

    private List<JournalRow> follow(long id, JournalRow beginning) throws SQLException {
        Optional<AccountId> account = beginning.account();
        if (beginning.event() instanceof OutgoingEvent outgoing) {
            return TraceTable.outgoing(connection, outgoing, account, beginning.id());
        }
        return account.isPresent() ? TraceTable.ofContent(connection, account.get(), id, beginning.id()) : List.of();
    }

    /** What the checks found, when the message came from a stranger: in the same session, of the same sender, and nearest. */
    private Optional<JournalRow> check(JournalRow beginning) throws SQLException {
        if (!(beginning.event() instanceof JournalEvent.Filed filed)
                || filed.recipient().isEmpty()) {
            return Optional.empty();
        }
        String sender = filed.sender().map(Object::toString).orElse("");
        return TraceTable.checks(connection, beginning, NEIGHBOURHOOD).stream()
                .filter(row -> row.event() instanceof JournalEvent.Authenticated checked
                        && checked.sender().equalsIgnoreCase(sender))
                .min(Comparator.comparingLong(row -> Math.abs(row.id() - beginning.id())));
    }

    /** What the filter thought of it, and rules did to it, in the session in which it came. */
    private List<JournalRow> sorting(JournalRow beginning) throws SQLException {
        Optional<String> id = switch (beginning.event()) {
            case JournalEvent.Filed filed -> Optional.of(filed.messageId());
            case SortingEvent.Discarded discarded -> Optional.of(discarded.messageId());
            default -> Optional.empty();
        };
        if (id.isEmpty() || beginning.account().isEmpty()) {
            return List.of();
        }
        return TraceTable.sorting(connection, beginning, NEIGHBOURHOOD).stream()
                .filter(row -> messageId(row.event()).equals(id))
                .toList();
    }

    private static Optional<String> messageId(JournalEvent event) {
        return switch (event) {
            case SortingEvent sorted -> Optional.of(sorted.messageId());
            case FilterEvent.Judged judged -> Optional.of(judged.messageId());
            case FilterEvent.ScannerSilent silent -> Optional.of(silent.messageId());
            default -> Optional.empty();
        };
    }

    private static void add(List<JournalRow> more, Map<Long, JournalRow> rows) {
        for (JournalRow row : more) {
            rows.put(row.id(), row);
        }
    }
}
