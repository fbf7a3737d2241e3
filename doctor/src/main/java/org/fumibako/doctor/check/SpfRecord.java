// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fumibako.dns.Answer;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.Resolver;
import org.fumibako.doctor.Check;
import org.fumibako.doctor.Evidence;
import org.fumibako.doctor.Finding;
import org.fumibako.doctor.Patient;
import org.fumibako.doctor.Phrase;
import org.fumibako.doctor.Remedy;
import org.fumibako.mailauth.spf.SpfLimits;
import org.fumibako.mailauth.spf.SpfReview;
import org.fumibako.model.DomainName;

/** Whether the domain's SPF record is there, is one, and is valid as other servers read it (RFC 7208 §4). */
public final class SpfRecord implements Check {
    private static final Duration UNDOABLE = Duration.ofDays(30);

    private final Names names;

    public SpfRecord(Resolver resolver) {
        this.names = new Names(resolver);
    }

    @Override
    public String id() {
        return "spf-record";
    }

    @Override
    public Phrase subject() {
        return new Phrase("SPF の設定", "The SPF record");
    }

    @Override
    public Finding examine(Patient patient) {
        DomainName domain = patient.address().domain();
        Answer answer = names.txt(DnsName.of(domain));
        if (answer instanceof Answer.Failure failure) {
            return Finding.unknown("DNS が応答しませんでした", "DNS did not answer")
                    .with(new Evidence(Phrase.of("DNS"), Phrase.of(failure.detail())));
        }
        List<String> records = Names.texts(answer, "v=spf1");
        if (records.isEmpty()) {
            return missing(domain);
        }
        Finding finding = records.size() > 1 ? several(records) : reviewed(domain);
        return finding.with(records.stream()
                .map(record -> new Evidence(new Phrase("いまのSPF", "SPF at present"), Phrase.of(record)))
                .toList());
    }

    private static Finding missing(DomainName domain) {
        return Finding.cause(domain + " に SPF がありません", domain + " has no SPF record")
                .because(
                        "SPF がないと、Gmail などはこのドメインからのメールを断ったり、迷惑メールにしたりします。",
                        "Without one, Gmail and others refuse mail from the domain or treat it as junk.")
                .with(new Remedy.Call(
                        new Phrase("標準の SPF を設定する", "Set the standard SPF record"),
                        new Phrase("このサーバーから送るメールが認められます。", "Mail that this server sends will be accepted."),
                        "PUT",
                        "/api/domains/" + domain.ascii() + "/spf",
                        Map.of("choice", "standard"),
                        Optional.empty(),
                        UNDOABLE));
    }

    private static Finding several(List<String> records) {
        return Finding.cause("SPF が" + records.size() + "件あります", "There are " + records.size() + " SPF records")
                .because(
                        "2件以上あると、どれも無効になります。1件にまとめてください。",
                        "With more than one, none of them counts. Make one of them.");
    }

    private Finding reviewed(DomainName domain) {
        SpfReview.Report report = SpfReview.ofPublished(domain, names.resolver(), Names.budget());
        if (report.lookups() > SpfLimits.TERMS) {
            return Finding.cause("SPF が無効になっています", "The SPF record is not valid")
                    .because(
                            "参照が" + report.lookups() + "回あり、上限の" + SpfLimits.TERMS + "回を超えています。使っていない送信元を外してください。",
                            "It needs " + report.lookups() + " look-ups, more than the " + SpfLimits.TERMS
                                    + " allowed. Take out senders that are not used.");
        }
        if (!report.errors().isEmpty()) {
            String first = report.errors().getFirst().toString();
            return Finding.cause("SPF が無効になっています", "The SPF record is not valid")
                    .because("誤りがあります。内容を直してください。", "It has a mistake: " + first + ".")
                    .with(new Evidence(new Phrase("誤り", "Mistake"), Phrase.of(first)));
        }
        return Finding.fine(
                "SPF は有効です（参照" + report.lookups() + "回）",
                "The SPF record is valid (" + report.lookups() + " look-ups)");
    }
}
