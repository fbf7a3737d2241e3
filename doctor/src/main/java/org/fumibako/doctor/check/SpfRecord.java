// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fumibako.dns.Answer;
import org.fumibako.dns.DnsName;
import org.fumibako.doctor.Check;
import org.fumibako.doctor.Evidence;
import org.fumibako.doctor.Finding;
import org.fumibako.doctor.Patient;
import org.fumibako.doctor.Phrase;
import org.fumibako.mailauth.spf.Spf;
import org.fumibako.mailauth.spf.SpfLimits;
import org.fumibako.mailauth.spf.SpfOutcome;
import org.fumibako.mailauth.spf.SpfRequest;
import org.fumibako.mailauth.spf.SpfResult;
import org.fumibako.mailauth.spf.SpfReview;
import org.fumibako.model.DomainName;

/**
 * Whether the domain's SPF record is there, is one, is valid, and lets this server send, as other servers read it (RFC 7208 §4).
 */
public final class SpfRecord implements Check {
    private static final Phrase NOW = new Phrase("いまのSPF", "SPF at present");
    private final Names names;
    private final Spf spf;
    private final DomainName host;
    private final Standard standard;

    public SpfRecord(Names names, Spf spf, DomainName host, Standard standard) {
        this.names = names;
        this.spf = spf;
        this.host = host;
        this.standard = standard;
    }

    private Standard.Way way() {
        return new Standard.Way(
                "spf",
                Map.of("choice", "standard"),
                "",
                "v=spf1",
                domain -> "v=spf1 +a:" + host.ascii() + " +a:" + domain.ascii() + " +mx ~all",
                new Phrase("標準の SPF に直す", "Set the standard SPF record"),
                new Phrase(
                        "このサーバーから送るメールが認められます。ほかの送信元を使っているときは、あとで SPF設定から加えてください。",
                        "Mail that this server sends will be accepted. If you send from elsewhere too, add that in the"
                                + " SPF settings."));
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
            return unanswered(failure);
        }
        List<String> records = Names.texts(answer, "v=spf1");
        Finding finding = records.size() == 1 ? one(patient) : number(domain, records.size());
        Finding shown = records.isEmpty()
                ? finding.with(new Evidence(NOW, new Phrase("TXT に v=spf1 がありません", "no TXT record with v=spf1")))
                : finding.with(records.stream()
                        .map(record -> new Evidence(NOW, Phrase.of(record)))
                        .toList());
        return Blame.of(patient).weigh(shown);
    }

    private static Finding unanswered(Answer.Failure failure) {
        return Finding.unknown("DNS が応答しませんでした", "DNS did not answer")
                .with(new Evidence(Phrase.of("DNS"), Phrase.of(failure.detail())));
    }

    private Finding number(DomainName domain, int records) {
        Finding finding = records == 0
                ? Finding.cause(domain + " に SPF がありません", domain + " has no SPF record")
                        .because(
                                "SPF がないと、Gmail などはこのドメインからのメールを断ったり、迷惑メールにしたりします。",
                                "Without one, Gmail and others refuse mail from the domain or treat it as junk.")
                : Finding.cause("SPF が" + records + "件あります", "There are " + records + " SPF records")
                        .because(
                                "2件以上あると、どれも無効になります。1件にまとめてください。ほかの送信元（Google など）も使うときは、include をその1件に加えます。",
                                "With more than one, none of them counts. Make one of them; what includes other"
                                        + " senders, such as Google, goes into that one.");
        return finding.with(standard.remedy(domain, way()));
    }

    private Finding one(Patient patient) {
        DomainName domain = patient.address().domain();
        SpfReview.Report report = SpfReview.ofPublished(domain, names.resolver(), Names.budget());
        if (report.lookups() > SpfLimits.TERMS) {
            return Finding.cause("SPF が無効になっています", "The SPF record is not valid")
                    .because(
                            "参照が" + report.lookups() + "回あり、上限の" + SpfLimits.TERMS + "回を超えています。使っていない送信元を外してください。",
                            "It needs " + report.lookups() + " look-ups, more than the " + SpfLimits.TERMS
                                    + " allowed. Take out senders that are not used.")
                    .with(standard.remedy(domain, way()));
        }
        if (!report.errors().isEmpty()) {
            String first = report.errors().getFirst().toString();
            return Finding.cause("SPF が無効になっています", "The SPF record is not valid")
                    .because("誤りがあります。内容を直してください。", "It has a mistake: " + first + ".")
                    .with(new Evidence(new Phrase("誤り", "Mistake"), Phrase.of(first)))
                    .with(standard.remedy(domain, way()));
        }
        return asOthersSee(patient, report.lookups());
    }

    /** What a receiver makes of mail that comes from each address of this host. */
    private Finding asOthersSee(Patient patient, int lookups) {
        List<InetAddress> addresses = names.addresses(DnsName.of(host));
        List<Evidence> evidence = new ArrayList<>();
        int passed = 0;
        int untold = 0;
        for (InetAddress address : addresses) {
            SpfOutcome outcome =
                    spf.check(SpfRequest.of(address, host.ascii(), Optional.of(patient.address())), Names.budget());
            passed += outcome.result() == SpfResult.PASS ? 1 : 0;
            untold += outcome.result() == SpfResult.TEMPERROR ? 1 : 0;
            evidence.add(new Evidence(
                    new Phrase("受け取る側の判定", "As receivers see it"),
                    Phrase.of(host + " [" + address.getHostAddress() + "] spf="
                            + outcome.result().keyword())));
        }
        return judge(patient, new Counts(addresses.size(), passed, untold), lookups)
                .with(evidence);
    }

    private record Counts(int all, int passed, int untold) {}

    private Finding judge(Patient patient, Counts counts, int lookups) {
        if (counts.all() == 0 || counts.untold() > 0) {
            return Finding.unknown("SPF の判定を確かめられませんでした", "Whether SPF lets this server send could not be told");
        }
        if (counts.passed() == counts.all()) {
            return Finding.fine(
                    "SPF は有効で、このサーバーを含んでいます（参照" + lookups + "回）",
                    "The SPF record is valid and names this server (" + lookups + " look-ups)");
        }
        Finding finding = counts.passed() == 0
                ? Finding.cause("SPF にこのサーバーが含まれていません", "The SPF record does not name this server")
                : Finding.suspicious(
                        "SPF にこのサーバーの一部のアドレスが含まれていません", "The SPF record leaves out an address of this server");
        return finding.because(
                        "このサーバーから送ったメールは、なりすましと見なされて断られることがあります。",
                        "Mail that this server sends may be taken for a forgery and refused.")
                .with(standard.remedy(patient.address().domain(), way()));
    }
}
