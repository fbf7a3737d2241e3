// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.demo.internet;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.fumibako.mailauth.Examiner;
import org.fumibako.mailauth.Findings;
import org.fumibako.mailauth.spf.SpfRequest;
import org.fumibako.mime.MessageSummary;
import org.fumibako.model.Content;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.SmtpReply;
import org.fumibako.net.Connection;

/** What a server does with a whole message: looks at who wrote it, keeps it, and perhaps writes back. */
final class Reception {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

    private final Provider provider;
    private final Host host;
    private final Parts parts;

    /**
     * What the servers share.
     *
     * @param news is told, in a line, what was taken
     */
    record Parts(
            Notebook notebook,
            Keeper keeper,
            Examiner examiner,
            Correspondent correspondent,
            InstantSource clock,
            Consumer<String> news) {}

    Reception(Provider provider, Host host, Parts parts) {
        this.provider = provider;
        this.host = host;
        this.parts = parts;
    }

    /** @param helo what the client called itself */
    Reaction receive(Parcel parcel, Connection client, String helo) throws IOException {
        if (parcel.anyone(Ending.HANG_DOT)) {
            return new Reaction.Silence();
        }
        Content message = parcel.content();
        Findings findings = parts.examiner().examine(message, SpfRequest.of(client.peer(), helo, parcel.sender()));
        Optional<SmtpReply> refusal = parcel.anyone(Ending.UNPROVEN)
                ? Optional.of(Prover.unproven(findings))
                : Prover.refusal(host, findings);
        if (refusal.isPresent()) {
            return new Reaction.Say(refusal.get());
        }
        Instant now = parts.clock().instant();
        Path file = parts.keeper()
                .keep(provider, trace(parcel, client, helo, now) + results(findings), message, now.toEpochMilli());
        parts.notebook().took(host);
        parts.news().accept(host.name() + " took a message from " + sender(parcel) + ": " + file);
        if (parcel.anyone(Ending.DROP) && parts.notebook().first("drop " + parcel.sender() + parcel.recipients())) {
            return new Reaction.Leave();
        }
        writeBack(parcel, facts(MessageSummary.of(message), client, now));
        return Reaction.say(250, "2.0.0", "OK " + client.session());
    }

    private String trace(Parcel parcel, Connection client, String helo, Instant now) {
        StringBuilder trace = new StringBuilder("Return-Path: <")
                .append(parcel.sender().map(EmailAddress::toString).orElse(""))
                .append(">\r\n");
        parcel.recipients()
                .forEach(recipient ->
                        trace.append("Delivered-To: ").append(recipient).append("\r\n"));
        return trace.append("Received: from ")
                .append(helo)
                .append(" ([")
                .append(client.peer().getHostAddress())
                .append("])\r\n\tby ")
                .append(host.name())
                .append(" with ")
                .append(client.tlsParameters()
                        .map(tls -> "ESMTPS (" + tls + ")")
                        .orElse("ESMTP"))
                .append(";\r\n\t")
                .append(date(now))
                .append("\r\n")
                .toString();
    }

    private String results(Findings findings) {
        return findings.results(host.name()).field();
    }

    /** The null sender is not written to (RFC 5321 §4.5.5). */
    private void writeBack(Parcel parcel, Map<String, String> facts) throws IOException {
        if (parcel.sender().isEmpty()) {
            return;
        }
        for (EmailAddress recipient : parcel.recipients()) {
            Optional<Ending> ending = Ending.of(recipient);
            if (ending.equals(Optional.of(Ending.BOUNCE))) {
                send("", "bounce.eml", recipient, parcel.sender().get(), facts);
            } else if (ending.equals(Optional.of(Ending.REPLY))) {
                send(
                        recipient.toString(),
                        "reply.eml",
                        recipient,
                        parcel.sender().get(),
                        facts);
            }
        }
    }

    private void send(
            String mailFrom, String template, EmailAddress author, EmailAddress reader, Map<String, String> facts)
            throws IOException {
        Map<String, String> all = new HashMap<>(facts);
        all.put("from", author.toString());
        all.put("to", reader.toString());
        parts.correspondent()
                .send(
                        host,
                        new Correspondent.Letter(
                                mailFrom,
                                reader,
                                Template.of(Reception.class, template).with(all)));
    }

    private Map<String, String> facts(MessageSummary summary, Connection client, Instant now) {
        return Map.of(
                "host", host.name().ascii(),
                "id", now.toEpochMilli() + "." + client.session(),
                "date", date(now),
                "original", summary.messageId());
    }

    private static String date(Instant moment) {
        return DATE.format(moment.atZone(ZoneId.systemDefault()));
    }

    private static String sender(Parcel parcel) {
        return parcel.sender().map(EmailAddress::toString).orElse("<>");
    }
}
