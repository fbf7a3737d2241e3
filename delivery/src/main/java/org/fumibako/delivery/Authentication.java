// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery;

import java.io.IOException;
import java.util.Optional;
import org.fumibako.journal.JournalEvent;
import org.fumibako.journal.Protocol;
import org.fumibako.mailauth.Examiner;
import org.fumibako.mailauth.Findings;
import org.fumibako.mailauth.dmarc.Disposition;
import org.fumibako.mailauth.dmarc.DmarcOutcome;
import org.fumibako.mailauth.results.Border;
import org.fumibako.mailauth.spf.SpfRequest;
import org.fumibako.model.Content;
import org.fumibako.model.DomainName;
import org.fumibako.model.SmtpReply;

/**
 * Step: does a stranger's message come from whom it says? Mail from other servers is examined; what users submit and what a front
 * server hands over by LMTP is not judged.
 */
public final class Authentication {
    /** What a domain's DMARC policy means to us. */
    public enum Mode {
        /** It is done what the policy wants. */
        ENFORCE,
        /** It is only written down. */
        REPORT
    }

    private final Examiner examiner;
    private final DomainName host;
    private final Border border;
    private final Mode mode;

    /** @param host our own name, under which results are written */
    public Authentication(Examiner examiner, DomainName host, Mode mode) {
        this.examiner = examiner;
        this.host = host;
        this.border = new Border(host);
        this.mode = mode;
    }

    /**
     * What is to be done.
     *
     * @param refusal present when the message is not taken
     * @param message without fields that speak in our name
     * @param results our own field; empty when nothing was judged
     * @param junk whether it goes to the junk mailbox
     * @param evidence a row for the journal
     * @param findings what it is founded on; empty when nothing was judged
     */
    record Judgement(
            Optional<SmtpReply> refusal,
            Content message,
            String results,
            boolean junk,
            Optional<JournalEvent> evidence,
            Optional<Findings> findings) {
        /** Takes it as it is. */
        static Judgement none(Content message) {
            return new Judgement(Optional.empty(), message, "", false, Optional.empty(), Optional.empty());
        }
    }

    Judgement judge(Arrival arrival) throws IOException {
        Protocol door = arrival.origin().protocol();
        if (door == Protocol.LMTP) {
            return Judgement.none(arrival.content());
        }
        Content message = border.clean(arrival.content());
        Optional<Arrival.Client> client = arrival.trace().client();
        if (door != Protocol.SMTP || client.isEmpty()) {
            return Judgement.none(message);
        }
        SpfRequest request = SpfRequest.of(
                client.get().address(), client.get().helo(), arrival.envelope().sender());
        Findings findings = examiner.examine(arrival.content(), request);
        Disposition wanted = findings.dmarc().disposition();
        Disposition done = mode == Mode.ENFORCE ? wanted : Disposition.NONE;
        return new Judgement(
                refusal(done, findings.dmarc()),
                message,
                findings.results(host).field(),
                done == Disposition.QUARANTINE,
                Optional.of(evidence(arrival, findings, wanted, done)),
                Optional.of(findings));
    }

    private static Optional<SmtpReply> refusal(Disposition disposition, DmarcOutcome dmarc) {
        return switch (disposition) {
            case NONE, QUARANTINE -> Optional.empty();
            case RETRY ->
                Optional.of(SmtpReply.of(
                        451,
                        "4.7.1",
                        "DMARC: DNS gave no answer while we checked whether this is from "
                                + dmarc.author().map(Object::toString).orElse("its author")
                                + "; please try again later"));
            case REJECT ->
                Optional.of(SmtpReply.of(
                        550,
                        "5.7.1",
                        dmarc.author()
                                .map(author -> "DMARC: neither SPF nor DKIM proves that this is from " + author
                                        + ", and the policy of " + author + " is to reject it")
                                .orElse("DMARC: this cannot be judged, for " + dmarc.reason())));
        };
    }

    private static JournalEvent evidence(Arrival arrival, Findings findings, Disposition wanted, Disposition done) {
        DmarcOutcome dmarc = findings.dmarc();
        String spf = findings.spf().result().keyword() + " " + findings.spf().domain() + " ("
                + findings.spf().reason() + ")";
        return new JournalEvent.Authenticated(
                arrival.envelope().sender().map(Object::toString).orElse(""),
                dmarc.author().map(Object::toString).orElse(""),
                spf,
                findings.signatures(),
                findings.arc().verdict().token(),
                dmarc.result().keyword() + " (" + dmarc.reason() + ")",
                wanted == done ? action(done) : action(done) + ", only reported: " + action(wanted));
    }

    private static String action(Disposition disposition) {
        return switch (disposition) {
            case NONE -> "accepted";
            case QUARANTINE -> "filed as junk";
            case RETRY -> "put off";
            case REJECT -> "refused";
        };
    }
}
