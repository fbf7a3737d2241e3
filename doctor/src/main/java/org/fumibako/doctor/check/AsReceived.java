// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fumibako.delivery.dkim.Signing;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.RecordData;
import org.fumibako.doctor.Check;
import org.fumibako.doctor.Evidence;
import org.fumibako.doctor.Finding;
import org.fumibako.doctor.History.Happening;
import org.fumibako.doctor.Patient;
import org.fumibako.doctor.Phrase;
import org.fumibako.journal.OutgoingEvent;
import org.fumibako.journal.OutgoingEvent.Queued;
import org.fumibako.mailauth.Examiner;
import org.fumibako.mailauth.Findings;
import org.fumibako.mailauth.dkim.DkimResult;
import org.fumibako.mailauth.dmarc.DmarcResult;
import org.fumibako.mailauth.spf.SpfRequest;
import org.fumibako.mailauth.spf.SpfResult;
import org.fumibako.model.Content;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;

/**
 * A receiver's view of the newest message that went out: SPF for the address that it left from, DKIM with the keys that DNS has, DMARC
 * with its alignment, the name of the address, and TLS. Of the message itself there is the sent copy, or else one like it.
 */
public final class AsReceived implements Check {
    private final Parts parts;
    private final SentCopies copies;

    /**
     * What it looks with.
     *
     * @param examiner as other servers examine what comes in
     * @param host from whose addresses mail leaves
     */
    public record Parts(Examiner examiner, Signing signing, Names names, DomainName host) {}

    public AsReceived(Parts parts, SentCopies copies) {
        this.parts = parts;
        this.copies = copies;
    }

    @Override
    public String id() {
        return "as-received";
    }

    @Override
    public Phrase subject() {
        return new Phrase("受け取る側の判定", "As a receiver sees it");
    }

    @Override
    public Finding examine(Patient patient) {
        Optional<Finding> none = AccountExists.needed(patient);
        if (none.isPresent()) {
            return none.get();
        }
        List<InetAddress> addresses = parts.names().addresses(DnsName.of(parts.host()));
        if (addresses.isEmpty()) {
            return Finding.unknown("DNS が応答しませんでした", "DNS did not answer");
        }
        Optional<Happening<Queued>> newest = patient.history().of(Queued.class).stream()
                .filter(one -> isOwn(patient, one))
                .findFirst();
        try {
            return examine(patient, newest, addresses.getFirst());
        } catch (IOException unreadable) {
            return Finding.unknown("送信したメールを読めませんでした", "The sent message could not be read");
        }
    }

    /** What the account wrote; what it forwards has an author elsewhere. */
    private static boolean isOwn(Patient patient, Happening<Queued> one) {
        return one.event()
                .sender()
                .filter(sender ->
                        sender.domain().equals(patient.accountAddress().domain()))
                .filter(sender -> !sender.localPart().startsWith("SRS"))
                .isPresent();
    }

    private Finding examine(Patient patient, Optional<Happening<Queued>> newest, InetAddress client)
            throws IOException {
        EmailAddress sender = newest.flatMap(one -> one.event().sender()).orElse(patient.accountAddress());
        Optional<Content> copy = newest.flatMap(
                one -> copies.find(patient.account().orElseThrow(), one.event().messageId()));
        try (Content message =
                copy.orElseGet(() -> Content.of(Probe.Letter.from(sender).octets()))) {
            Findings seen = parts.examiner()
                    .examine(
                            parts.signing().sign(message),
                            SpfRequest.of(client, parts.host().ascii(), Optional.of(sender)));
            Finding finding = Blame.of(patient).weigh(judge(seen).with(which(patient, newest, copy.isPresent())));
            return finding.with(evidence(patient, seen, client));
        }
    }

    private static Finding judge(Findings seen) {
        boolean spf = seen.spf().result() == SpfResult.PASS;
        boolean dkim = seen.dkim().stream().anyMatch(DkimResult::vouches);
        DmarcResult dmarc = seen.dmarc().result();
        if (seen.spf().result() == SpfResult.TEMPERROR || dmarc == DmarcResult.TEMPERROR) {
            return Finding.unknown("DNS が応答せず、判定できませんでした", "DNS did not answer, so it cannot be told");
        }
        if (dmarc == DmarcResult.FAIL || (!spf && !dkim)) {
            return Finding.cause("受け取る側は、送信元を確認できません", "A receiver cannot verify the sender")
                    .because(
                            "SPF も DKIM も、差出人（From）のドメインを証明していません。SPF・DKIM の項目をご確認ください。",
                            "Neither SPF nor DKIM proves the domain in From. Look at the checks of SPF and DKIM.");
        }
        return spf && dkim
                ? Finding.fine("受け取る側で、送信元を確認できます", "A receiver can verify the sender")
                : Finding.suspicious(
                                spf ? "SPF だけが合格しています" : "DKIM だけが合格しています",
                                spf ? "Only SPF proves the sender" : "Only DKIM proves the sender")
                        .because(
                                "片方でも受け取られますが、転送されたり、両方を求める相手では断られることがあります。",
                                "One is enough for most, but not when mail is forwarded, nor where both are wanted.");
    }

    private static Evidence which(Patient patient, Optional<Happening<Queued>> newest, boolean copy) {
        Phrase label = new Phrase("調べたメール", "Message");
        return newest.map(one -> new Evidence(
                        label,
                        SignIns.join(
                                patient.times().at(one.at()),
                                new Phrase(
                                        one.event().recipient() + " あて" + (copy ? "" : "（控えがないため、同じ差出人の試験用メールで判定）"),
                                        "to " + one.event().recipient()
                                                + (copy
                                                        ? ""
                                                        : " (there is no sent copy; judged with a test message of its"
                                                                + " sender)"))),
                        List.of(Raw.line(one.row(), "queued <" + one.event().messageId() + ">"))))
                .orElse(new Evidence(
                        label, new Phrase("送信の記録がないため、試験用メールで判定", "nothing was sent; judged with a test message")));
    }

    private List<Evidence> evidence(Patient patient, Findings seen, InetAddress client) {
        List<Evidence> all = new ArrayList<>();
        all.add(new Evidence(
                Phrase.of("SPF"),
                Phrase.of(seen.spf().result().keyword() + "　" + parts.host() + " [" + client.getHostAddress() + "]")));
        all.add(new Evidence(Phrase.of("DKIM"), Phrase.of(seen.signatures())));
        all.add(new Evidence(
                Phrase.of("DMARC"),
                Phrase.of(seen.dmarc().result().keyword() + "　" + seen.dmarc().reason())));
        String named = parts.names().pointers(client).stream()
                .map(RecordData.Ptr::host)
                .map(DnsName::text)
                .findFirst()
                .orElse("-");
        all.add(new Evidence(new Phrase("逆引き", "PTR"), Phrase.of(client.getHostAddress() + " → " + named)));
        patient.history().of(OutgoingEvent.Delivered.class).stream()
                .findFirst()
                .ifPresent(last -> all.add(new Evidence(
                        new Phrase("暗号化（TLS）", "TLS"),
                        Phrase.of(last.event().server() + "　"
                                + (last.event().tls().isEmpty()
                                        ? "-"
                                        : last.event().tls())))));
        return all;
    }
}
