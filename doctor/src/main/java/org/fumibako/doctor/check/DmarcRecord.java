// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fumibako.dns.Answer;
import org.fumibako.dns.DnsName;
import org.fumibako.doctor.Check;
import org.fumibako.doctor.Evidence;
import org.fumibako.doctor.Finding;
import org.fumibako.doctor.Outcome;
import org.fumibako.doctor.Patient;
import org.fumibako.doctor.Phrase;
import org.fumibako.mailauth.dmarc.DmarcRecordParser;
import org.fumibako.mailauth.dmarc.PublicSuffixes;
import org.fumibako.model.DomainName;

/** Whether the domain says what to do with mail that only pretends to be its own: providers want it of everyone who sends to many. */
public final class DmarcRecord implements Check {
    private static final Standard.Way WATCH = new Standard.Way(
            "dmarc",
            Map.of("policy", "none"),
            "_dmarc.",
            "v=DMARC1",
            _ -> "v=DMARC1; p=none",
            new Phrase("DMARC を設定する（何もしない）", "Set a DMARC record (do nothing)"),
            new Phrase(
                    "なりすましを見張るだけの設定です。届くメールは変わりません。",
                    "It only watches for forgeries; nothing that arrives today is affected."));

    private final Names names;
    private final Standard standard;
    private final boolean bulk;

    /** @param bulk whether the complaint is about mail to many, for which large providers want a record; letters arrive without */
    public DmarcRecord(Names names, Standard standard, boolean bulk) {
        this.names = names;
        this.standard = standard;
        this.bulk = bulk;
    }

    @Override
    public String id() {
        return "dmarc-record";
    }

    @Override
    public Phrase subject() {
        return new Phrase("DMARC の設定", "The DMARC record");
    }

    @Override
    public Finding examine(Patient patient) {
        Finding finding = look(patient);
        return bulk || finding.outcome() != Outcome.CAUSE
                ? Blame.of(patient).weigh(finding)
                : finding.only(Outcome.SUSPICIOUS);
    }

    private Finding look(Patient patient) {
        DomainName domain = patient.address().domain();
        Answer answer = names.txt(record(domain));
        if (answer instanceof Answer.Failure failure) {
            return Finding.unknown("DNS が応答しませんでした", "DNS did not answer")
                    .with(new Evidence(Phrase.of("DNS"), Phrase.of(failure.detail())));
        }
        List<String> records = Names.texts(answer, "v=DMARC1");
        if (records.isEmpty()) {
            Optional<Finding> above = above(domain);
            return above.orElseGet(() -> missing(domain));
        }
        Evidence evidence = new Evidence(new Phrase("いまのDMARC", "DMARC at present"), Phrase.of(records.getFirst()));
        if (records.size() > 1 || DmarcRecordParser.parse(records.getFirst()).isEmpty()) {
            return Finding.cause("DMARC が無効になっています", "The DMARC record is not valid")
                    .because("1件だけを、正しい形で設定してください。", "There has to be exactly one, in the right form.")
                    .with(evidence)
                    .with(standard.remedy(domain, WATCH));
        }
        return Finding.fine("DMARC は設定されています", "There is a DMARC record").with(evidence);
    }

    private static DnsName record(DomainName domain) {
        return DnsName.of("_dmarc." + domain.ascii());
    }

    /** A subdomain without a record has its organization's (RFC 9989 §4.10). */
    private Optional<Finding> above(DomainName domain) {
        for (Optional<DnsName> name = DnsName.of(domain).parent();
                name.isPresent()
                        && name.get().labels().size() > 1
                        && !PublicSuffixes.bundled().contains(name.get());
                name = name.get().parent()) {
            List<String> records = Names.texts(names.txt(name.get().prepend("_dmarc")), "v=DMARC1");
            if (records.size() == 1
                    && DmarcRecordParser.parse(records.getFirst()).isPresent()) {
                return Optional.of(Finding.fine(
                                "DMARC は " + name.get().text() + " の設定が使われています",
                                "The DMARC record of " + name.get().text() + " holds for it")
                        .with(new Evidence(new Phrase("いまのDMARC", "DMARC at present"), Phrase.of(records.getFirst()))));
            }
        }
        return Optional.empty();
    }

    private Finding missing(DomainName domain) {
        return Finding.cause(domain + " に DMARC がありません", domain + " has no DMARC record")
                .because(
                        "Gmail などは、大量に送るドメインに DMARC を求めています。ないと、まとめて送ったときに断られることがあります。",
                        "Gmail and others want one of every domain that sends to many. Without it, bulk mail may be"
                                + " refused.")
                .with(standard.remedy(domain, WATCH));
    }
}
