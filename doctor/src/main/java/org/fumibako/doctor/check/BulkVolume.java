// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fumibako.doctor.Check;
import org.fumibako.doctor.Evidence;
import org.fumibako.doctor.Finding;
import org.fumibako.doctor.History.Happening;
import org.fumibako.doctor.Patient;
import org.fumibako.doctor.Phrase;
import org.fumibako.journal.OutgoingEvent.Queued;

/** How much the account sent to each destination within a day: from some number on, large providers want more of a sender. */
public final class BulkVolume implements Check {
    /** What Gmail calls a bulk sender: messages a day to its users, counted for the whole domain. */
    static final int BULK = 5_000;

    /** From here on somebody sends a newsletter, not letters. */
    static final int MANY = 200;

    private static final int NAMED = 5;

    @Override
    public String id() {
        return "bulk-volume";
    }

    @Override
    public Phrase subject() {
        return new Phrase("送信した数", "How much was sent");
    }

    @Override
    public Finding examine(Patient patient) {
        Optional<Finding> none = AccountExists.needed(patient);
        if (none.isPresent()) {
            return none.get();
        }
        Map<String, Integer> busiest = busiestDays(patient);
        int most = busiest.values().stream().max(Comparator.naturalOrder()).orElse(0);
        Finding finding = most >= BULK
                ? Finding.suspicious(
                                "1日に " + most + "件を同じ宛先に送っています", most + " recipients of one destination in one day")
                        .because(
                                "1日5,000件を超える送信元には、DMARC とワンクリックの配信停止が求められます。下の項目も確かめてください。",
                                "Senders of more than 5,000 a day have to have DMARC and one-click unsubscription. Look at the"
                                        + " other checks too.")
                : most >= MANY
                        ? Finding.suspicious(
                                        "1日に " + most + "件をまとめて送っています",
                                        most + " recipients of one destination in one day")
                                .because(
                                        "短い時間に集中すると、一時的に止められることがあります。数回に分けて送ってください。",
                                        "Much in a short time may be held back. Send it in several parts.")
                        : Finding.fine("大量には送っていません", "Nothing was sent to many");
        return finding.with(busiest.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(NAMED)
                .map(entry -> new Evidence(
                        Phrase.of(entry.getKey()),
                        new Phrase(
                                "多い日で " + entry.getValue() + "件", entry.getValue() + " recipients on its busiest day")))
                .toList());
    }

    /** By destination. Days are counted back from now. */
    private static Map<String, Integer> busiestDays(Patient patient) {
        List<Happening<Queued>> queued = patient.history().of(Queued.class);
        Map<String, Map<Long, Integer>> days = new HashMap<>();
        for (Happening<Queued> one : queued) {
            long day = Duration.between(one.at(), patient.now()).toDays();
            days.computeIfAbsent(one.event().recipient().domain().ascii(), domain -> new HashMap<>())
                    .merge(day, 1, Integer::sum);
        }
        Map<String, Integer> busiest = new HashMap<>();
        days.forEach((domain, counts) -> busiest.put(
                domain, counts.values().stream().max(Comparator.naturalOrder()).orElse(0)));
        return busiest;
    }
}
