// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
    private static final Phrase SIGN_LABEL = new Phrase("DKIM 署名を始める", "Sign with DKIM");
    private static final Duration UNDOABLE = Duration.ofDays(30);

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
        List<PublishedKey> wrong = new ArrayList<>();
        Counts counts = new Counts(0, 0, 0, published.size());
        for (PublishedKey key : published) {
            Answer answer = names.txt(name(domain, key));
            boolean same = isThere(answer, key);
            counts = counts.with(same, same && isRsa(key), answer instanceof Answer.Failure);
            evidence.add(line(key, answer, same));
            if (!same) {
                wrong.add(key);
            }
        }
        return Blame.of(patient).weigh(judge(patient, counts, wrong).with(evidence));
    }

    /** @param readable keys that are there and that every receiver can use: some know RSA only */
    private record Counts(int right, int readable, int unanswered, int all) {
        Counts with(boolean same, boolean rsa, boolean failed) {
            return new Counts(right + (same ? 1 : 0), readable + (rsa ? 1 : 0), unanswered + (failed ? 1 : 0), all);
        }
    }

    private Finding judge(Patient patient, Counts counts, List<PublishedKey> wrong) {
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
                        "署名を確かめられないため、受け取る側が断ることがあります。", "Signatures cannot be verified, so mail may be refused.")
                .with(publishing(patient, wrong));
    }

    private Finding unsigned(DomainName domain) {
        return Finding.cause(domain + " は DKIM 署名をしていません", domain + " does not sign with DKIM")
                .because(
                        "署名のないメールは、Gmail などに断られたり、迷惑メールにされたりします。",
                        "Gmail and others refuse mail without a signature, or treat it as junk.")
                .with(new Evidence(new Phrase("DKIM設定", "DKIM setting"), new Phrase("署名しない", "does not sign")))
                .with(signing(domain));
    }

    /** Signing is ours to begin wherever DNS is; the keys are not ours to publish elsewhere. */
    private Remedy signing(DomainName domain) {
        return new Remedy.Call(
                SIGN_LABEL,
                standard.isOurs(domain)
                        ? new Phrase("鍵を作り、DNS に公開します。", "Keys are made and published in DNS.")
                        : new Phrase(
                                "鍵を作ります。DNS は他社で管理されているため、できた鍵を他社の画面で設定するまで、署名は確かめられません。",
                                "Keys are made. DNS is managed elsewhere, so signatures cannot be verified before you"
                                        + " set the keys there."),
                "PUT",
                "/api/domains/" + domain.ascii() + "/dkim",
                Map.of("signs", true),
                Optional.empty(),
                Optional.of(new Remedy.Back("PUT", "/api/domains/" + domain.ascii() + "/dkim", Map.of("signs", false))),
                UNDOABLE);
    }

    /** What brings a key back that is not ours in DNS; where DNS is elsewhere, what to set there. */
    private Remedy publishing(Patient patient, List<PublishedKey> wrong) {
        DomainName domain = patient.address().domain();
        for (PublishedKey key : wrong) {
            Optional<Remedy> restored = standard.restoring(domain, name(domain, key));
            if (restored.isPresent()) {
                return restored.get();
            }
        }
        String names = wrong.stream().map(key -> name(domain, key).text()).collect(Collectors.joining(", "));
        return new Remedy.Screen(
                new Phrase("設定する値を見る", "See the records to set"),
                standard.isOurs(domain)
                        ? new Phrase(
                                "鍵が世界中に伝わるまで、1時間ほどかかることがあります。", "It may take an hour until everybody sees the keys.")
                        : new Phrase(
                                "DNS は他社で管理されているため、ここからは直せません。他社の画面で " + names + " の TXT を、下の記録にある値に直してください。",
                                "DNS is managed elsewhere, so it cannot be mended here. Set the TXT records of " + names
                                        + " there to what is in the record below."),
                "/panel/" + domain.ascii() + (standard.isOurs(domain) ? "/dkim" : "/external-dns"));
    }

    private static DnsName name(DomainName domain, PublishedKey key) {
        return DnsName.of(key.selector() + "._domainkey." + domain.ascii());
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
