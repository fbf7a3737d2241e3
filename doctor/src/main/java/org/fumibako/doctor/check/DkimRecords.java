// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fumibako.dns.Answer;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.RecordData;
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
    private static final Standard.Way SIGN = new Standard.Way(
            "dkim",
            Map.of("signs", true),
            new Phrase("DKIM 署名を始める", "Sign with DKIM"),
            new Phrase("鍵を作り、DNS に公開します。", "Keys are made and published in DNS."));

    private final DkimKeys keys;
    private final Names names;
    private final Standard standard;

    public DkimRecords(DkimKeys keys, Names names, Standard standard) {
        this.keys = keys;
        this.names = names;
        this.standard = standard;
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
            return Blame.of(patient).weigh(unsigned(domain));
        }
        List<PublishedKey> published = keys.published().of(domain);
        if (published.isEmpty()) {
            return Finding.suspicious("DKIM の鍵を準備中です", "The DKIM keys are being made");
        }
        List<Evidence> evidence = new ArrayList<>();
        Counts counts = new Counts(0, 0, 0, published.size());
        for (PublishedKey key : published) {
            Answer answer = names.txt(DnsName.of(key.selector() + "._domainkey." + domain.ascii()));
            boolean same = isThere(answer, key);
            counts = counts.with(same, same && isRsa(key), answer instanceof Answer.Failure);
            evidence.add(line(key, answer, same));
        }
        return Blame.of(patient).weigh(judge(patient, counts).with(evidence));
    }

    /** @param readable keys that are there and that every receiver can use: some know RSA only */
    private record Counts(int right, int readable, int unanswered, int all) {
        Counts with(boolean same, boolean rsa, boolean failed) {
            return new Counts(right + (same ? 1 : 0), readable + (rsa ? 1 : 0), unanswered + (failed ? 1 : 0), all);
        }
    }

    private static Finding judge(Patient patient, Counts counts) {
        if (counts.right() == counts.all()) {
            return Finding.fine("DKIM の鍵が公開されています", "The keys are published");
        }
        if (counts.unanswered() > 0) {
            return Finding.unknown("DNS が応答しませんでした", "DNS did not answer");
        }
        // While keys are exchanged one of them may not be there yet, and mail is signed with the other.
        Finding finding = counts.readable() > 0
                ? Finding.suspicious("DKIM の鍵の一部が DNS と合っていません", "One of the DKIM keys in DNS is not ours")
                : Finding.cause("DKIM の鍵が DNS と合っていません", "The DKIM keys in DNS are not ours");
        return finding.because(
                        "署名を確かめられないため、受け取る側が断ることがあります。DNS に下の値を設定してください。",
                        "Signatures cannot be verified, so mail may be refused. Set the records in DNS.")
                .with(new Remedy.Screen(
                        new Phrase("設定する値を見る", "See the records to set"), Phrase.of(""), patient.panelPath("dkim")));
    }

    private Finding unsigned(DomainName domain) {
        return Finding.cause(domain + " は DKIM 署名をしていません", domain + " does not sign with DKIM")
                .because(
                        "署名のないメールは、Gmail などに断られたり、迷惑メールにされたりします。",
                        "Gmail and others refuse mail without a signature, or treat it as junk.")
                .with(new Evidence(new Phrase("DKIM設定", "DKIM setting"), new Phrase("署名しない", "does not sign")))
                .with(standard.remedy(domain, SIGN, Optional.empty()));
    }

    private static boolean isRsa(PublishedKey key) {
        return !key.text().replace(" ", "").contains("k=ed25519");
    }

    /** The key itself counts; what else a record says may stand in another order. */
    private static boolean isThere(Answer answer, PublishedKey key) {
        return answer.all(RecordData.Txt.class).stream()
                .anyMatch(text -> keyOf(text.joined()).equals(keyOf(key.text())));
    }

    private static String keyOf(String record) {
        String dense = record.replaceAll("\\s", "");
        int begin = dense.startsWith("p=") ? 0 : dense.indexOf(";p=") + 1;
        int end = dense.indexOf(';', begin);
        return dense.substring(begin, end < 0 ? dense.length() : end);
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
