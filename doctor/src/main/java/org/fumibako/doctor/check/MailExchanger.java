// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fumibako.dns.Answer;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.RecordData;
import org.fumibako.doctor.Check;
import org.fumibako.doctor.Evidence;
import org.fumibako.doctor.Finding;
import org.fumibako.doctor.History.Happening;
import org.fumibako.doctor.Patient;
import org.fumibako.doctor.Phrase;
import org.fumibako.doctor.Remedy;
import org.fumibako.journal.JournalEvent.Filed;
import org.fumibako.journal.Protocol;
import org.fumibako.model.DomainName;

/** Whether the world brings mail for the domain to this server (MX, RFC 5321 §5.1). */
public final class MailExchanger implements Check {
    /** Mail that came lately says that the way is right, whatever it is. */
    private static final Duration LATELY = Duration.ofDays(7);

    private final Names names;
    private final DnsName host;

    /** @param host the server's own name */
    public MailExchanger(Names names, DomainName host) {
        this.names = names;
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
            case Answer.Records records -> found(patient, records.all(RecordData.Mx.class));
            case Answer.NoData _ -> implicit(patient);
            case Answer.NoSuchName _ ->
                elsewhere(patient, new Phrase(domain + " が DNS にありません", domain + " is not in DNS"), "NXDOMAIN");
            case Answer.Failure failure ->
                Finding.unknown("DNS が応答しませんでした", "DNS did not answer")
                        .with(new Evidence(Phrase.of("DNS"), Phrase.of(failure.detail())));
        };
    }

    /** Without MX the domain's own address is where mail goes (RFC 5321 §5.1). */
    private Finding implicit(Patient patient) {
        DomainName domain = patient.address().domain();
        return leadsHere(DnsName.of(domain))
                ? Finding.suspicious("MX はありませんが、メールはこのサーバーに届きます", "There is no MX record, but mail arrives here")
                        .with(new Evidence(Phrase.of("MX"), Phrase.of("- (A/AAAA: " + domain + ")")))
                : elsewhere(patient, new Phrase(domain + " の届け先（MX）がありません", domain + " has no MX record"), "-");
    }

    private Finding found(Patient patient, List<RecordData.Mx> records) {
        DomainName domain = patient.address().domain();
        List<RecordData.Mx> sorted = records.stream()
                .sorted(Comparator.comparingInt(RecordData.Mx::preference))
                .toList();
        String seen =
                sorted.stream().map(mx -> mx.preference() + " " + mx.exchange()).collect(Collectors.joining(", "));
        if (sorted.getFirst().exchange().equals(DnsName.ROOT)) {
            return elsewhere(
                    patient, new Phrase(domain + " はメールを受け取らないと宣言しています", domain + " says that it takes no mail"), seen);
        }
        int first = sorted.getFirst().preference();
        List<RecordData.Mx> best =
                sorted.stream().filter(mx -> mx.preference() == first).toList();
        Evidence evidence = new Evidence(Phrase.of("MX"), Phrase.of(seen));
        if (best.stream().allMatch(mx -> leadsHere(mx.exchange()))) {
            return Finding.fine("メールはこのサーバーに届きます", "Mail is brought to this server")
                    .with(evidence);
        }
        if (sorted.stream().anyMatch(mx -> leadsHere(mx.exchange()))) {
            return Finding.suspicious("別のサーバーも届け先になっています", "Another server takes mail too")
                    .because(
                            "ほとんどのメールは、優先度の数字が小さいほうのサーバーへ届きます。",
                            "Most mail goes to the server with the lower preference number.")
                    .with(evidence);
        }
        return elsewhere(
                patient,
                new Phrase(domain + " あてのメールは別のサーバーへ届いています", "Mail for " + domain + " goes to another server"),
                seen);
    }

    /** The host itself, or a name that leads to one of its addresses. */
    private boolean leadsHere(DnsName name) {
        if (name.equals(host)) {
            return true;
        }
        List<InetAddress> own = names.addresses(host);
        return names.addresses(name).stream().anyMatch(own::contains);
    }

    private Finding elsewhere(Patient patient, Phrase headline, String seen) {
        Evidence evidence = new Evidence(Phrase.of("MX"), Phrase.of(seen));
        Optional<Happening<Filed>> lately = patient.history().of(Filed.class).stream()
                .filter(one -> one.row().origin().protocol() == Protocol.SMTP)
                .filter(one -> one.at().isAfter(patient.now().minus(LATELY)))
                .findFirst();
        if (lately.isPresent()) {
            return Finding.suspicious(headline.ja(), headline.en())
                    .because(
                            "ただし、最近もほかのサーバーからメールが届いています。別のサーバーを経由する設定なら問題ありません。",
                            "But mail came lately from another server, so this may be meant: a server that passes mail on.")
                    .with(evidence)
                    .with(new Evidence(
                            new Phrase("最後の受信", "Last received"),
                            patient.times().at(lately.get().at())));
        }
        return Finding.cause(headline.ja(), headline.en())
                .because(
                        "DNS の MX レコードがこのサーバー（" + host
                                + "）を指していません。ほかのサーバーで受け取るつもりなら、そちらのメールをご確認ください。ここで受け取るには、DNS を管理している会社の設定を直してください。",
                        "The MX record in DNS does not name this server (" + host
                                + "). If another server is meant to take the mail, look there. To have it here, change the"
                                + " record where the domain's DNS is managed.")
                .with(evidence)
                .with(new Remedy.Screen(
                        new Phrase("設定する値を見る", "See the records to set"), Phrase.of(""), patient.panelPath("dns")));
    }
}
