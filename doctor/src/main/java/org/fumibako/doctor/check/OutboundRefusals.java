// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fumibako.doctor.Check;
import org.fumibako.doctor.Evidence;
import org.fumibako.doctor.Finding;
import org.fumibako.doctor.Outcome;
import org.fumibako.doctor.Patient;
import org.fumibako.doctor.Phrase;
import org.fumibako.doctor.refusal.Refusal;
import org.fumibako.doctor.refusal.Refusals;
import org.fumibako.journal.JournalRow;
import org.fumibako.journal.OutgoingEvent;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.SmtpReply;

/** Which destinations refuse the account's mail, in their own words, and what the words mean. */
public final class OutboundRefusals implements Check {
    private static final int NAMED = 5;

    /** What was refused longer ago is no answer to what fails now. */
    private static final Duration LATELY = Duration.ofDays(14);

    private static final Set<String> CARRIERS = Set.of(
            "docomo.ne.jp",
            "ezweb.ne.jp",
            "au.com",
            "softbank.ne.jp",
            "i.softbank.jp",
            "vodafone.ne.jp",
            "ymobile.ne.jp");

    private final boolean particular;

    /** @param particular whether the complaint is about some recipients: what is about one of them explains no other complaint */
    public OutboundRefusals(boolean particular) {
        this.particular = particular;
    }

    @Override
    public String id() {
        return "outbound-refusals";
    }

    @Override
    public Phrase subject() {
        return new Phrase("相手サーバーの応答", "What other servers answer");
    }

    /** What became of mail for one destination. */
    private static final class Tally {
        final List<Refused> refused = new ArrayList<>();
        final Map<EmailAddress, Long> lastDelivered = new HashMap<>();
        long delivered;

        /** Whether something was taken after it: of the same recipient where it was about that one only. */
        boolean madeUpFor(Refused one) {
            boolean particular = Refusals.of(one.server(), one.reply()).isParticular();
            return lastDelivered.entrySet().stream()
                    .filter(entry -> !particular || entry.getKey().equals(one.recipient()))
                    .anyMatch(entry -> entry.getValue() > one.row().id());
        }
    }

    private record Refused(JournalRow row, EmailAddress recipient, String server, SmtpReply reply) {}

    @Override
    public Finding examine(Patient patient) {
        Optional<Finding> none = AccountExists.needed(patient);
        if (none.isPresent()) {
            return none.get();
        }
        Map<String, Tally> tallies = tallies(patient);
        if (tallies.isEmpty()) {
            return Finding.unknown("外部へ送ったメールの記録がありません", "Nothing was sent to other servers")
                    .because("記録のある期間に、ほかのサーバーへの送信はありません。", "There is no record of mail to other servers.");
        }
        Optional<Map.Entry<String, Tally>> worst = tallies.entrySet().stream()
                .filter(entry -> isRefusing(entry.getValue()))
                .max(Comparator.comparingInt(entry -> entry.getValue().refused.size()));
        long delivered =
                tallies.values().stream().mapToLong(tally -> tally.delivered).sum();
        return worst.map(entry -> refusing(patient, entry.getKey(), entry.getValue()))
                .orElseGet(() -> taken(delivered, tallies.keySet()));
    }

    private static Finding taken(long delivered, Set<String> domains) {
        if (delivered == 0) {
            return Finding.unknown("送信の結果がまだわかりません", "What became of the mail is not known yet");
        }
        Finding finding = Finding.fine(
                "相手サーバーに受け取られています（" + delivered + "件）", "Other servers take the mail (" + delivered + " recipients)");
        // Whether the recipient got it cannot be seen from here.
        return domains.stream().anyMatch(OutboundRefusals::isCarrier)
                ? finding.only(Outcome.UNKNOWN)
                        .because(
                                "携帯電話会社のサーバーは、受け取ったあとで受信者の設定により知らせずに破棄することがあります。届かないときは、相手の方に受信設定（ドメイン指定受信）をご確認いただいてください。",
                                "Servers of mobile carriers may drop, without a word, what they have taken, if the"
                                        + " recipient's settings say so. Ask the recipient to allow your domain.")
                : finding;
    }

    private static boolean isCarrier(String domain) {
        return CARRIERS.stream().anyMatch(one -> domain.equals(one) || domain.endsWith("." + one));
    }

    private static Map<String, Tally> tallies(Patient patient) {
        Map<String, Tally> tallies = new LinkedHashMap<>();
        for (JournalRow row : patient.history().rows()) {
            if (row.event() instanceof OutgoingEvent outgoing) {
                Tally tally =
                        tallies.computeIfAbsent(outgoing.recipient().domain().ascii(), domain -> new Tally());
                count(tally, row, outgoing);
            }
        }
        return tallies;
    }

    private static void count(Tally tally, JournalRow row, OutgoingEvent event) {
        switch (event) {
            case OutgoingEvent.Delivered delivered -> {
                tally.delivered++;
                tally.lastDelivered.merge(delivered.recipient(), row.id(), Math::max);
            }
            case OutgoingEvent.Bounced bounced ->
                tally.refused.add(new Refused(row, bounced.recipient(), bounced.server(), bounced.reply()));
            case OutgoingEvent.Deferred deferred ->
                tally.refused.add(new Refused(row, deferred.recipient(), deferred.server(), deferred.reply()));
            case OutgoingEvent.Expired expired ->
                tally.refused.add(new Refused(row, expired.recipient(), expired.server(), expired.reply()));
            default -> {}
        }
    }

    /** Whether the last word of a destination was a refusal: what it took afterwards makes up for it. */
    private static boolean isRefusing(Tally tally) {
        return !tally.refused.isEmpty() && !tally.madeUpFor(tally.refused.getFirst());
    }

    private Finding refusing(Patient patient, String domain, Tally tally) {
        Refused last = tally.refused.getFirst();
        Refusal meaning = Refusals.of(last.server(), last.reply());
        String whom = meaning.isParticular() ? last.recipient().toString() : domain;
        int times = meaning.isParticular()
                ? (int) tally.refused.stream()
                        .filter(one -> one.recipient().equals(last.recipient()))
                        .count()
                : tally.refused.size();
        Finding said = meaning.key().equals("no-such-domain")
                ? Finding.cause("宛先のドメイン " + domain + " がメールを受け取れません", "The domain " + domain + " takes no mail")
                : last.reply().isTransient()
                        ? Finding.cause(
                                whom + " あてのメールがまだ受け取られていません（" + times + "回）",
                                whom + " has not taken the mail yet (" + times + " attempts)")
                        : Finding.cause(
                                whom + " あてのメールが " + times + "回断られています", whom + " refused mail " + Phrase.times(times));
        boolean lately = last.row().at().isAfter(patient.now().minus(LATELY));
        boolean explains = lately && (particular || !meaning.isParticular());
        Finding finding = (explains ? said : said.only(Outcome.SUSPICIOUS))
                .because(
                        meaning.meaning().ja() + meaning.advice().ja(),
                        meaning.meaning().en() + " " + meaning.advice().en())
                .with(new Evidence(
                        new Phrase("届いたもの", "Delivered"),
                        new Phrase(
                                domain + " へ同じ期間に " + tally.delivered + "件",
                                tally.delivered + " recipients at " + domain + " in the same time")));
        return finding.with(tally.refused.stream()
                .limit(NAMED)
                .map(one -> new Evidence(
                        patient.times().at(one.row().at()),
                        Phrase.of(one.recipient() + "　" + Raw.reply(one.reply()).ja()),
                        List.of(Raw.line(one.row(), one.server() + ": " + one.reply()))))
                .toList());
    }
}
