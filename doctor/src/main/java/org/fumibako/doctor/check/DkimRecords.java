// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fumibako.dns.Answer;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.RecordData;
import org.fumibako.dns.Resolver;
import org.fumibako.doctor.Check;
import org.fumibako.doctor.Evidence;
import org.fumibako.doctor.Finding;
import org.fumibako.doctor.Patient;
import org.fumibako.doctor.Phrase;
import org.fumibako.doctor.Remedy;
import org.fumibako.model.DomainName;
import org.fumibako.registry.dkim.DkimKeys;
import org.fumibako.registry.zone.PublishedKey;

/** Whether the domain signs, and whether the world sees the keys of its signatures (RFC 6376 §3.6.1). */
public final class DkimRecords implements Check {
    private static final Duration UNDOABLE = Duration.ofDays(30);

    private final DkimKeys keys;
    private final Names names;

    public DkimRecords(DkimKeys keys, Resolver resolver) {
        this.keys = keys;
        this.names = new Names(resolver);
    }

    @Override
    public String id() {
        return "dkim-keys";
    }

    @Override
    public Phrase subject() {
        return new Phrase("DKIM の署名", "DKIM signatures");
    }

    @Override
    public Finding examine(Patient patient) {
        DomainName domain = patient.address().domain();
        if (!keys.signs(domain)) {
            return unsigned(domain);
        }
        List<PublishedKey> published = keys.published().of(domain);
        if (published.isEmpty()) {
            return Finding.suspicious("DKIM の鍵を準備中です", "The DKIM keys are being made");
        }
        List<Evidence> evidence = new ArrayList<>();
        int right = 0;
        int unanswered = 0;
        for (PublishedKey key : published) {
            Answer answer = names.txt(DnsName.of(key.selector() + "._domainkey." + domain.ascii()));
            boolean same = isThere(answer, key);
            right += same ? 1 : 0;
            unanswered += answer instanceof Answer.Failure ? 1 : 0;
            evidence.add(line(key, answer, same));
        }
        return judge(patient, published.size(), right, unanswered).with(evidence);
    }

    private static Finding judge(Patient patient, int all, int right, int unanswered) {
        if (right == all) {
            return Finding.fine("DKIM の鍵が公開されています", "The keys are published");
        }
        if (unanswered == all - right) {
            return Finding.unknown("DNS が応答しませんでした", "DNS did not answer");
        }
        return Finding.cause("DKIM の鍵が DNS と合っていません", "The DKIM keys in DNS are not ours")
                .because(
                        "署名を確かめられないため、受け取る側が断ることがあります。DNS に下の値を設定してください。",
                        "Nobody can verify the signatures, so mail may be refused. Set the records in DNS.")
                .with(new Remedy.Screen(
                        new Phrase("設定する値を見る", "See the records to set"), Phrase.of(""), patient.panelPath("dkim")));
    }

    private static Finding unsigned(DomainName domain) {
        return Finding.cause(domain + " は DKIM 署名をしていません", domain + " does not sign with DKIM")
                .because(
                        "署名のないメールは、Gmail などに断られたり、迷惑メールにされたりします。",
                        "Gmail and others refuse mail without a signature, or treat it as junk.")
                .with(new Remedy.Call(
                        new Phrase("DKIM 署名を始める", "Sign with DKIM"),
                        new Phrase("鍵を作り、DNS に公開します。", "Keys are made and published in DNS."),
                        "PUT",
                        "/api/domains/" + domain.ascii() + "/dkim",
                        Map.of("signs", true),
                        Optional.empty(),
                        UNDOABLE));
    }

    private static boolean isThere(Answer answer, PublishedKey key) {
        return answer.all(RecordData.Txt.class).stream()
                .anyMatch(
                        text -> text.joined().replace(" ", "").equals(key.text().replace(" ", "")));
    }

    private static Evidence line(PublishedKey key, Answer answer, boolean same) {
        Phrase seen = same
                ? new Phrase("公開されています", "published")
                : switch (answer) {
                    case Answer.Records _ -> new Phrase("別の値があります", "something else is there");
                    case Answer.NoData _, Answer.NoSuchName _ -> new Phrase("ありません", "missing");
                    case Answer.Failure failure -> Phrase.of(failure.detail());
                };
        return new Evidence(Phrase.of(key.selector() + "._domainkey"), seen, List.of(key.text()));
    }
}
