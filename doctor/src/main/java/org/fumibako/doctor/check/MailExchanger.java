// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
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

/** Whether the world brings mail for the domain to this server (MX, RFC 5321 §5.1). */
public final class MailExchanger implements Check {
    private final Names names;
    private final DnsName host;

    /** @param host the server's own name */
    public MailExchanger(Resolver resolver, DomainName host) {
        this.names = new Names(resolver);
        this.host = DnsName.of(host);
    }

    @Override
    public String id() {
        return "mail-exchanger";
    }

    @Override
    public Phrase subject() {
        return new Phrase("メールの届け先（MX）", "Where mail is brought (MX)");
    }

    @Override
    public Finding examine(Patient patient) {
        DomainName domain = patient.address().domain();
        Answer answer = names.mx(DnsName.of(domain));
        return switch (answer) {
            case Answer.Records records -> found(patient, domain, records.all(RecordData.Mx.class));
            case Answer.NoData _, Answer.NoSuchName _ ->
                elsewhere(
                        patient,
                        new Phrase(domain + " の届け先（MX）がありません", domain + " has no MX record"),
                        Phrase.of("MX -"));
            case Answer.Failure failure ->
                Finding.unknown("DNS が応答しませんでした", "DNS did not answer")
                        .with(new Evidence(Phrase.of("DNS"), Phrase.of(failure.detail())));
        };
    }

    private Finding found(Patient patient, DomainName domain, List<RecordData.Mx> records) {
        List<RecordData.Mx> sorted = records.stream()
                .sorted(Comparator.comparingInt(RecordData.Mx::preference))
                .toList();
        Phrase seen = Phrase.of(
                sorted.stream().map(mx -> mx.preference() + " " + mx.exchange()).collect(Collectors.joining(", ")));
        boolean ours = sorted.stream().anyMatch(mx -> isOurs(mx, domain));
        boolean first = !sorted.isEmpty() && isOurs(sorted.getFirst(), domain);
        if (first) {
            return Finding.fine("メールはこのサーバーに届きます", "Mail is brought to this server")
                    .with(new Evidence(Phrase.of("MX"), seen));
        }
        return ours
                ? Finding.suspicious("別のサーバーが優先されています", "Another server comes first")
                        .because(
                                "ほとんどのメールは、優先度の数字が小さいほうのサーバーへ届きます。",
                                "Most mail goes to the server with the lower preference number.")
                        .with(new Evidence(Phrase.of("MX"), seen))
                : elsewhere(
                        patient,
                        new Phrase(domain + " あてのメールは別のサーバーへ届いています", "Mail for " + domain + " goes to another server"),
                        seen);
    }

    /** The host itself, or a name of the domain's own that the zone gives to the host. */
    private boolean isOurs(RecordData.Mx mx, DomainName domain) {
        return mx.exchange().equals(host) || mx.exchange().equals(DnsName.of(DomainName.of("mail." + domain.ascii())));
    }

    private Finding elsewhere(Patient patient, Phrase headline, Phrase seen) {
        return Finding.cause(headline.ja(), headline.en())
                .because(
                        "DNS の MX レコードがこのサーバー（" + host + "）を指していません。DNS を管理している会社の設定で直してください。",
                        "The MX record in DNS does not name this server (" + host
                                + "). It has to be changed where the domain's DNS is managed.")
                .with(new Evidence(Phrase.of("MX"), seen))
                .with(new Remedy.Screen(
                        new Phrase("設定する値を見る", "See the records to set"), Phrase.of(""), patient.panelPath("dns")));
    }
}
