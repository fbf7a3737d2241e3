// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fumibako.doctor.Check;
import org.fumibako.doctor.Evidence;
import org.fumibako.doctor.Finding;
import org.fumibako.doctor.Outcome;
import org.fumibako.doctor.Patient;
import org.fumibako.doctor.Phrase;
import org.fumibako.doctor.refusal.Refusal;
import org.fumibako.doctor.refusal.Refusals;
import org.fumibako.journal.OutgoingEvent;
import org.fumibako.journal.OutgoingEvent.Queued;
import org.fumibako.model.Content;
import org.fumibako.registry.Account;

/** Whether what went to many can be unsubscribed from with one click (RFC 8058), as far as there is a sent copy to look at. */
public final class Unsubscribing implements Check {
    /** What a server says that wants it. */
    private static final String WANTED = "no-unsubscribe";

    /** What servers say of bulk mail that they do not like, without saying why. */
    private static final Set<String> OF_BULK = Set.of(WANTED, "policy", "unknown", "unknown-temporary");

    private final SentCopies copies;

    public Unsubscribing(SentCopies copies) {
        this.copies = copies;
    }

    @Override
    public String id() {
        return "unsubscribing";
    }

    @Override
    public Phrase subject() {
        return new Phrase("配信停止リンク", "Unsubscribing");
    }

    @Override
    public Finding examine(Patient patient) {
        Optional<Finding> none = AccountExists.needed(patient);
        if (none.isPresent()) {
            return none.get();
        }
        Optional<String> bulk = bulkMessage(patient);
        if (bulk.isEmpty()) {
            return Finding.fine("1通で200件以上に送ったメールはないため対象外です", "No message went to 200 recipients or more");
        }
        Optional<String> header = sentHeader(patient.account().orElseThrow(), bulk.get());
        Evidence which = new Evidence(Phrase.of("Message-ID"), Phrase.of("<" + bulk.get() + ">"));
        return header.map(Unsubscribing::judge)
                .map(finding -> weigh(patient, finding))
                .orElseGet(() -> Finding.unknown("送信済みの控えがないため確認できません", "There is no sent copy to look at"))
                .with(which);
    }

    /** A header that is missing explains nothing as long as nobody refuses, or everybody for another reason. */
    private static Finding weigh(Patient patient, Finding finding) {
        Set<String> reasons = patient.history().rows().stream()
                .flatMap(row -> switch (row.event()) {
                    case OutgoingEvent.Bounced refused -> Stream.of(Refusals.of(refused.server(), refused.reply()));
                    case OutgoingEvent.Deferred late -> Stream.of(Refusals.of(late.server(), late.reply()));
                    default -> Stream.<Refusal>empty();
                })
                .map(Refusal::key)
                .collect(Collectors.toSet());
        boolean explains = OF_BULK.stream().anyMatch(reasons::contains);
        boolean proven = reasons.contains(WANTED);
        if (finding.outcome() == Outcome.FINE || proven) {
            return proven && finding.outcome() == Outcome.SUSPICIOUS ? finding.only(Outcome.CAUSE) : finding;
        }
        return explains
                ? finding
                : finding.only(Outcome.SUSPICIOUS)
                        .and("ただし、これを理由に断られた記録はありません。", "But no destination is on record that refused for that.");
    }

    /** The newest message that went to many. */
    private static Optional<String> bulkMessage(Patient patient) {
        Map<String, Integer> recipients = new LinkedHashMap<>();
        patient.history()
                .of(Queued.class)
                .forEach(one -> recipients.merge(one.event().messageId(), 1, Integer::sum));
        return recipients.entrySet().stream()
                .filter(entry -> !entry.getKey().isEmpty() && entry.getValue() >= BulkVolume.MANY)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Finding judge(String header) {
        boolean link = header.contains("\nlist-unsubscribe:");
        boolean oneClick = header.contains("\nlist-unsubscribe-post:");
        if (link && oneClick) {
            return Finding.fine("ワンクリックで配信停止できます", "It can be unsubscribed from with one click");
        }
        return link
                ? Finding.suspicious("ワンクリックの配信停止がありません", "One-click unsubscription is missing")
                        .because("List-Unsubscribe-Post ヘッダーを付けてください。", "Add the header List-Unsubscribe-Post.")
                : Finding.cause("配信停止のヘッダー（List-Unsubscribe）がありません", "The header List-Unsubscribe is missing")
                        .because(
                                "Gmail などは、大量に送るメールに List-Unsubscribe ヘッダーと、本文の配信停止リンクを求めています。停止の申し出から2日以内に配信を止めてください。",
                                "Bulk mail needs a link and the header List-Unsubscribe, and sending has to stop"
                                        + " within 2 days of a request.");
    }

    private Optional<String> sentHeader(Account account, String messageId) {
        try (Content copy = copies.find(account, messageId).orElse(Content.of(new byte[0]))) {
            return copy.size() == 0 ? Optional.empty() : Optional.of(SentCopies.header(copy));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
