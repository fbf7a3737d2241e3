// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;

/**
 * What the doctor found, kept so that support can see what the customer saw. Findings come one by one, from whichever node made the
 * check, so a case is rows and no session's memory. Safe for any number of threads.
 */
public final class DoctorCases {
    /** As long as the journal keeps what a finding rests on. */
    public static final Duration KEPT = Duration.ofDays(90);

    /** For how long support may look at most; a longer trouble is worth a new look. */
    public static final Duration LONGEST_SHARE = Duration.ofDays(30);

    /** Of one domain; the oldest go. A support desk that examines all day has a week of them. */
    static final long MAX_CASES = 500;

    /** Of one case: there are fewer checks than that. */
    static final int MAX_FINDINGS = 100;

    /** Characters of one finding, which has {@code Evidence.MAX_RECORDS} lines for a fact at most. */
    static final int MAX_FINDING = 256 << 10;

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{20,40}");
    private static final String SELECT =
            "SELECT doctor_case.id, domain.name, doctor_case.address, symptom, opened, shared"
                    + " FROM doctor_case JOIN domain ON domain.id = domain_id";

    private static final String FINDINGS =
            "SELECT checked, ja, en FROM doctor_finding WHERE case_id = ? ORDER BY checked";

    private final Changes changes;

    DoctorCases(Changes changes) {
        this.changes = changes;
    }

    /** Whether a text can be the id of a case. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /**
     * Keeps what a check came to, in place of what the same check came to before; the first finding opens the case.
     *
     * @return false when the case is about another address or complaint, or is full
     */
    public boolean keep(String id, EmailAddress address, String symptom, DoctorCase.Kept finding) {
        if (!isId(id) || finding.ja().length() > MAX_FINDING || finding.en().length() > MAX_FINDING) {
            return false;
        }
        return changes.write(connection -> {
            open(connection, id, address, symptom);
            boolean same = Sql.exists(
                    connection,
                    "SELECT 1 FROM doctor_case JOIN domain ON domain.id = domain_id"
                            + " WHERE doctor_case.id = ? AND name = ? AND address = ? AND symptom = ?",
                    id,
                    address.domain().ascii(),
                    address.toString(),
                    symptom);
            long kept = Sql.number(connection, "SELECT COUNT(*) FROM doctor_finding WHERE case_id = ?", id);
            if (!same || kept >= MAX_FINDINGS) {
                return false;
            }
            Sql.update(
                    connection,
                    "INSERT INTO doctor_finding (case_id, checked, ja, en) VALUES (?, ?, ?, ?)"
                            + " ON CONFLICT (case_id, checked) DO UPDATE SET ja = excluded.ja, en = excluded.en",
                    id,
                    finding.check(),
                    finding.ja(),
                    finding.en());
            return true;
        });
    }

    private void open(Connection connection, String id, EmailAddress address, String symptom) throws SQLException {
        int opened = Sql.update(
                connection,
                "INSERT INTO doctor_case (id, domain_id, address, symptom, opened)"
                        + " SELECT ?, domain.id, ?, ?, ? FROM domain WHERE name = ? ON CONFLICT (id) DO NOTHING",
                id,
                address.toString(),
                symptom,
                changes.now(),
                address.domain().ascii());
        if (opened == 0) {
            return;
        }
        Sql.update(connection, "DELETE FROM doctor_case WHERE opened < ?", changes.now() - KEPT.toMillis());
        Sql.update(
                connection,
                "DELETE FROM doctor_case WHERE id IN (SELECT doctor_case.id FROM doctor_case JOIN domain ON domain.id = domain_id"
                        + " WHERE name = ? ORDER BY opened DESC, doctor_case.id LIMIT 1000000 OFFSET ?)",
                address.domain().ascii(),
                MAX_CASES);
    }

    /** A case of the domain; empty when there is none, or it is older than cases are kept. */
    public Optional<DoctorCase> find(DomainName domain, String id) {
        return changes.read(connection -> {
            Optional<DoctorCase> found = Sql.first(
                    connection,
                    DoctorCases::row,
                    SELECT + " WHERE doctor_case.id = ? AND domain.name = ? AND opened >= ?",
                    id,
                    domain.ascii(),
                    changes.now() - KEPT.toMillis());
            return found.isEmpty()
                    ? found
                    : Optional.of(found.get().with(Sql.list(connection, DoctorCases::finding, FINDINGS, id)));
        });
    }

    /** Until when the service's own people may look, at most {@link #LONGEST_SHARE} from now. */
    public void share(String id, Instant until) {
        long longest = changes.now() + LONGEST_SHARE.toMillis();
        changes.write(connection -> Sql.update(
                connection,
                "UPDATE doctor_case SET shared = ? WHERE id = ?",
                Math.min(longest, until.toEpochMilli()),
                id));
    }

    /** Nobody but the customer may look any more. */
    public void unshare(String id) {
        changes.write(connection -> Sql.update(connection, "UPDATE doctor_case SET shared = NULL WHERE id = ?", id));
    }

    private static DoctorCase.Kept finding(ResultSet row) throws SQLException {
        return new DoctorCase.Kept(row.getString(1), row.getString(2), row.getString(3));
    }

    private static DoctorCase row(ResultSet row) throws SQLException {
        long shared = row.getLong(6);
        boolean isShared = !row.wasNull();
        return new DoctorCase(
                row.getString(1),
                DomainName.of(row.getString(2)),
                EmailAddress.of(row.getString(3)),
                row.getString(4),
                Instant.ofEpochMilli(row.getLong(5)),
                isShared ? Optional.of(Instant.ofEpochMilli(shared)) : Optional.empty(),
                List.of());
    }
}
