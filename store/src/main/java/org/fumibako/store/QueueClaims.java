// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fumibako.model.DomainName;
import org.fumibako.store.queue.Appetite;
import org.fumibako.store.queue.Appetite.Way;
import org.fumibako.store.queue.Claim;

/**
 * Claims on recipients: a claimed row is marked, and its {@code next_at} is the end of the claim, at which it is due like any
 * other. That moment also tells one claim on a row from the next.
 */
final class QueueClaims {
    /** Lanes, and ways, that can be left out of a search. */
    private static final int MAX_EXCEPT = 64;

    private QueueClaims() {}

    private record Due(long queueId, int position, long lane, DomainName domain) {}

    private record Group(long queueId, long lane, DomainName domain) {}

    static List<Claim> claim(Connection tx, Instant now, Appetite appetite) throws SQLException {
        Instant until = now.plus(OutboundQueue.CLAIM);
        List<Due> found = wanted(due(tx, now, appetite), appetite);
        Map<Group, List<Integer>> groups = new LinkedHashMap<>();
        String sql = "UPDATE queue_recipient SET claimed = 1, next_at = ? WHERE queue_id = ? AND position = ?";
        try (PreparedStatement statement = tx.prepareStatement(sql)) {
            for (Due row : found) {
                statement.setLong(1, until.toEpochMilli());
                statement.setLong(2, row.queueId());
                statement.setLong(3, row.position());
                statement.addBatch();
                groups.computeIfAbsent(new Group(row.queueId(), row.lane(), row.domain()), _ -> new ArrayList<>())
                        .add(row.position());
            }
            statement.executeBatch();
        }
        List<Claim> claims = new ArrayList<>(groups.size());
        groups.forEach((group, positions) ->
                claims.add(new Claim(group.queueId(), group.lane(), group.domain(), positions, until)));
        return claims;
    }

    /** Of what is due, what does not make any lane or way hold more than its share. */
    private static List<Due> wanted(List<Due> due, Appetite appetite) {
        Map<Long, Integer> lanes = new HashMap<>(appetite.byLane());
        Map<Way, Integer> ways = new HashMap<>(appetite.byWay());
        List<Due> wanted = new ArrayList<>();
        for (Due row : due) {
            if (wanted.size() == appetite.recipients()) {
                break;
            }
            Way way = new Way(row.lane(), row.domain());
            if (lanes.getOrDefault(row.lane(), 0) < appetite.laneShare()
                    && ways.getOrDefault(way, 0) < appetite.wayShare()) {
                lanes.merge(row.lane(), 1, Integer::sum);
                ways.merge(way, 1, Integer::sum);
                wanted.add(row);
            }
        }
        return wanted;
    }

    private static List<Due> due(Connection tx, Instant now, Appetite appetite) throws SQLException {
        List<Long> lanes = appetite.fullLanes().stream().limit(MAX_EXCEPT).toList();
        List<Way> ways = appetite.fullWays().stream().limit(MAX_EXCEPT).toList();
        String sql = "SELECT queue_id, position, lane, domain FROM queue_recipient WHERE state = 0 AND next_at <= ?"
                + notLane(lanes.size()) + notWay(ways.size()) + " ORDER BY next_at LIMIT ?";
        try (PreparedStatement statement = tx.prepareStatement(sql)) {
            int index = 1;
            statement.setLong(index++, now.toEpochMilli());
            for (int i = 0; i < padded(lanes.size()); i++) {
                statement.setLong(index++, lanes.get(Math.min(i, lanes.size() - 1)));
            }
            for (int i = 0; i < padded(ways.size()); i++) {
                Way way = ways.get(Math.min(i, ways.size() - 1));
                statement.setLong(index++, way.lane());
                statement.setString(index++, way.domain().ascii());
            }
            statement.setInt(index, appetite.recipients());
            try (ResultSet row = statement.executeQuery()) {
                List<Due> found = new ArrayList<>();
                while (row.next()) {
                    found.add(new Due(row.getLong(1), row.getInt(2), row.getLong(3), new DomainName(row.getString(4))));
                }
                return found;
            }
        }
    }

    private static String notLane(int count) {
        return count == 0 ? "" : " AND lane NOT IN (?" + ", ?".repeat(padded(count) - 1) + ")";
    }

    private static String notWay(int count) {
        return " AND NOT (lane = ? AND domain = ?)".repeat(padded(count));
    }

    /** Few lengths of lists, so few texts of statements. */
    private static int padded(int count) {
        return count < 2 ? count : Integer.highestOneBit(count - 1) << 1;
    }

    /** Makes the claim last, as far as nobody took it over; with no position when that is nowhere. */
    static Claim renew(Connection tx, Claim claim, Instant now) throws SQLException {
        Instant until = now.plus(OutboundQueue.CLAIM);
        List<Integer> kept = new ArrayList<>();
        String sql = "UPDATE queue_recipient SET next_at = ? WHERE queue_id = ? AND position = ? AND state = 0"
                + " AND claimed = 1 AND next_at = ?";
        try (PreparedStatement statement = tx.prepareStatement(sql)) {
            for (int position : claim.positions()) {
                statement.setLong(1, until.toEpochMilli());
                bind(statement, 2, claim, position);
                if (statement.executeUpdate() > 0) {
                    kept.add(position);
                }
            }
        }
        return new Claim(claim.queueId(), claim.lane(), claim.domain(), kept, until);
    }

    static void giveBack(Connection tx, List<Claim> claims, Instant now) throws SQLException {
        String sql = "UPDATE queue_recipient SET next_at = ?, claimed = 0 WHERE queue_id = ? AND position = ?"
                + " AND state = 0 AND claimed = 1 AND next_at = ?";
        try (PreparedStatement statement = tx.prepareStatement(sql)) {
            for (Claim claim : claims) {
                for (int position : claim.positions()) {
                    statement.setLong(1, now.toEpochMilli());
                    bind(statement, 2, claim, position);
                    statement.addBatch();
                }
            }
            statement.executeBatch();
        }
    }

    private static void bind(PreparedStatement statement, int first, Claim claim, int position) throws SQLException {
        statement.setLong(first, claim.queueId());
        statement.setLong(first + 1, position);
        statement.setLong(first + 2, claim.until().toEpochMilli());
    }

    static void takeOver(Connection tx, Instant now) throws SQLException {
        String sql = "UPDATE queue_recipient SET next_at = ?, claimed = 0 WHERE state = 0 AND claimed = 1";
        try (PreparedStatement statement = tx.prepareStatement(sql)) {
            statement.setLong(1, now.toEpochMilli());
            statement.executeUpdate();
        }
    }

    static Optional<Instant> nextDue(Connection connection) throws SQLException {
        String sql = "SELECT next_at FROM queue_recipient WHERE state = 0 ORDER BY next_at LIMIT 1";
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(Instant.ofEpochMilli(row.getLong(1))) : Optional.empty();
        }
    }
}
