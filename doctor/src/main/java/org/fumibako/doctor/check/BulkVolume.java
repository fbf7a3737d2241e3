// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fumibako.doctor.Check;
import org.fumibako.doctor.Evidence;
import org.fumibako.doctor.Finding;
import org.fumibako.doctor.Patient;
import org.fumibako.doctor.Phrase;
import org.fumibako.doctor.refusal.Refusals;
import org.fumibako.journal.JournalRow;
import org.fumibako.journal.OutgoingEvent;
import org.fumibako.journal.OutgoingEvent.Queued;
import org.fumibako.model.SmtpReply;

/**
 * How much the domain sent to each destination within a day: from some number on, large providers want more of a sender, and they count
 * for the whole domain.
 */
public final class BulkVolume implements Check {
    /** What Gmail calls a bulk sender: messages a day to its users, counted for the whole domain. */
    static final int BULK = 5_000;

    /** From here on somebody sends a newsletter, not letters. */
    static final int MANY = 200;

    private static final int NAMED = 5;
    private static final Duration LATELY = Duration.ofDays(7);

    /** A refusal that volume explains. */
    private static final String OF_VOLUME = "too-many";

    private final DomainHistory domain;

    public BulkVolume(DomainHistory domain) {
        this.domain = domain;
    }

    @Override
    public String id() {
        return "bulk-volume";
    }

    @Override
    public Phrase subject() {
        return new Phrase("送信した数", "How much was sent");
    }

    /** What the domain sent to one destination: recipients by day, and how often the patient was told that it was too much. */
    private static final class Tally {
        private final Map<Long, Integer> days = new HashMap<>();
        private int refused;

        int most() {
            return days.values().stream().max(Comparator.naturalOrder()).orElse(0);
        }
    }

    @Override
    public Finding examine(Patient patient) {
        Optional<Finding> none = AccountExists.needed(patient);
        if (none.isPresent()) {
            return none.get();
        }
        DomainHistory.Seen seen = domain.of(patient, LATELY);
        Map<String, Tally> tallies = tallies(patient, seen.rows());
        Finding finding = tallies.entrySet().stream()
                .max(Comparator.comparing((Map.Entry<String, Tally> entry) -> entry.getValue().refused > 0)
                        .thenComparingInt(entry -> entry.getValue().most()))
                .filter(entry -> entry.getValue().most() >= MANY)
                .map(entry -> judge(entry.getKey(), entry.getValue()))
                .orElseGet(() -> Finding.fine("大量には送っていません", "Nothing was sent to many"));
        return finding.with(counted(patient, seen))
                .with(tallies.entrySet().stream()
                        .sorted(Comparator.comparingInt((Map.Entry<String, Tally> entry) ->
                                        entry.getValue().most())
                                .reversed())
                        .limit(NAMED)
                        .map(entry -> line(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private static Finding judge(String destination, Tally tally) {
        int most = tally.most();
        Phrase headline = new Phrase(
                "1日に " + most + "件を " + destination + " に送っています",
                most + " recipients at " + destination + " in one day");
        Phrase wanted = most >= BULK
                ? new Phrase(
                        "1日5,000件以上を送るドメインには、Gmail などが SPF・DKIM・DMARC とワンクリックの配信停止を求めています。ほかの項目も確かめてください。",
                        "Of domains that send 5,000 or more a day Gmail and others want SPF, DKIM, DMARC and one-click"
                                + " unsubscription. Look at the other checks too.")
                : new Phrase(
                        "短い時間に集中すると、一時的に止められることがあります。数回に分けて送ってください。",
                        "Much in a short time may be held back. Send it in several parts.");
        return tally.refused > 0
                ? Finding.cause(headline.ja(), headline.en())
                        .because(
                                destination + " は、短い時間に多すぎるとして " + tally.refused + "回断っています。" + wanted.ja(),
                                destination + " said " + Phrase.times(tally.refused)
                                        + " that it was too much in a short time. " + wanted.en())
                : Finding.suspicious(headline.ja(), headline.en()).because(wanted.ja(), wanted.en());
    }

    private static Evidence counted(Patient patient, DomainHistory.Seen seen) {
        Phrase span = patient.times().span(seen.since(), patient.now());
        String name = patient.address().domain().toString();
        return new Evidence(
                new Phrase("数えたもの", "Counted"),
                seen.complete()
                        ? new Phrase(name + " のすべてのアドレスから、" + span.ja(), "all addresses of " + name + ", " + span.en())
                        : new Phrase(
                                name + " の一部の記録（多いため）、" + span.ja(),
                                "part of the record of " + name + ", since there is much of it, " + span.en()));
    }

    private static Evidence line(String destination, Tally tally) {
        return new Evidence(
                Phrase.of(destination),
                new Phrase("多い日で " + tally.most() + "件", tally.most() + " recipients on its busiest day"));
    }

    /** Of destinations that the patient wrote to: what others sent elsewhere is none of its business. */
    private static Map<String, Tally> tallies(Patient patient, List<JournalRow> rows) {
        Map<String, Tally> tallies = new HashMap<>();
        for (JournalRow row : patient.history().rows()) {
            switch (row.event()) {
                case Queued queued -> tally(tallies, queued);
                case OutgoingEvent.Deferred late
                when isOfVolume(late.server(), late.reply()) -> tally(tallies, late).refused++;
                case OutgoingEvent.Bounced refused
                when isOfVolume(refused.server(), refused.reply()) -> tally(tallies, refused).refused++;
                default -> {}
            }
        }
        for (JournalRow row : rows) {
            if (row.event() instanceof Queued queued) {
                Tally tally = tallies.get(queued.recipient().domain().ascii());
                if (tally != null) {
                    tally.days.merge(day(patient.now(), row), 1, Integer::sum);
                }
            }
        }
        return tallies;
    }

    private static boolean isOfVolume(String server, SmtpReply reply) {
        return OF_VOLUME.equals(Refusals.of(server, reply).key());
    }

    private static Tally tally(Map<String, Tally> tallies, OutgoingEvent event) {
        return tallies.computeIfAbsent(event.recipient().domain().ascii(), domain -> new Tally());
    }

    /** Days are counted back from now. */
    private static long day(Instant now, JournalRow row) {
        return Duration.between(row.at(), now).toDays();
    }
}
