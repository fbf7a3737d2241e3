// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fumibako.doctor.History;
import org.fumibako.doctor.Patient;
import org.fumibako.doctor.Times;
import org.fumibako.journal.JournalEvent;
import org.fumibako.journal.JournalRow;
import org.fumibako.journal.Origin;
import org.fumibako.journal.OutgoingEvent;
import org.fumibako.journal.Protocol;
import org.fumibako.model.AccountId;
import org.fumibako.model.CustomerId;
import org.fumibako.model.DomainId;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.Quota;
import org.fumibako.model.SmtpReply;
import org.fumibako.registry.Account;

/** What has happened to taro, told in order; the last thing told happened just now. */
final class Past {
    static final EmailAddress TARO = EmailAddress.of("taro@example.test");
    static final String HOME = "203.0.113.5";
    static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");

    private final List<JournalRow> rows = new ArrayList<>();
    private Instant clock = NOW;

    /** What is told next happened so long before now. */
    Past before(Duration age) {
        clock = NOW.minus(age);
        return this;
    }

    Past row(Origin origin, JournalEvent event) {
        rows.addFirst(new JournalRow(rows.size() + 1, clock, Optional.of(new AccountId(1)), origin, event));
        return this;
    }

    static Origin by(Protocol protocol, String peer, String client) {
        return new Origin(protocol, "s1", Optional.of(InetAddress.ofLiteral(peer)), client, Optional.empty());
    }

    Past comesIn(Protocol protocol, String peer, String client) {
        return row(by(protocol, peer, client), new JournalEvent.SignedIn("PLAIN"));
    }

    Past fails(Protocol protocol, String peer, String client) {
        return row(
                by(protocol, peer, client), new JournalEvent.SignInFailed(TARO.toString(), "PLAIN", "wrong password"));
    }

    Past delivered(String to) {
        return row(
                Origin.system("queue"),
                new OutgoingEvent.Delivered(
                        1, EmailAddress.of(to), "mx [192.0.2.1]", "TLSv1.3", SmtpReply.of(250, "2.0.0", "OK")));
    }

    Past bounced(String to, int code, String status, String words) {
        return row(
                Origin.system("queue"),
                new OutgoingEvent.Bounced(1, EmailAddress.of(to), "mx [192.0.2.1]", SmtpReply.of(code, status, words)));
    }

    Patient patient() {
        Account account =
                new Account(new AccountId(1), new CustomerId(1), new DomainId(1), TARO, new Quota(100), false);
        List<JournalRow> told = List.copyOf(rows);
        return new Patient(
                TARO,
                Optional.of(account),
                new History(() -> told, NOW.minus(Duration.ofDays(30))),
                new Times(ZoneId.of("Asia/Tokyo")),
                NOW);
    }
}
