// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.fumibako.delivery.Arrival;
import org.fumibako.delivery.Envelope;
import org.fumibako.delivery.Inbound;
import org.fumibako.delivery.Outgoing;
import org.fumibako.delivery.Submission;
import org.fumibako.model.Content;
import org.fumibako.model.SmtpReply;
import org.fumibako.registry.Account;
import org.fumibako.smtp.server.wire.MailParameters;
import org.fumibako.smtp.server.wire.MessageText;
import org.fumibako.store.queue.Owner;
import org.fumibako.store.queue.QueueEnvelope;

/** The end of the data: the message is taken or refused, as a whole (SMTP) or for each recipient (LMTP). */
final class Acceptance {
    private static final SmtpReply BAD_UTF8 =
            SmtpReply.of(550, "5.6.7", "The header of the message is not valid UTF-8, as SMTPUTF8 promises");

    private final SmtpService service;
    private final Inbound inbound;
    private final Submission submission;
    private final Evidence evidence;

    Acceptance(SmtpService service, SmtpDependencies dependencies, Evidence evidence) {
        this.service = service;
        this.inbound = dependencies.inbound();
        this.submission = dependencies.submission();
        this.evidence = evidence;
    }

    /** One reply, or with LMTP one for each recipient (RFC 2033 §4.2). */
    List<SmtpReply> decide(IncomingMessage message, SessionState state) throws IOException {
        state.countMessage();
        Transaction transaction = state.transaction().orElseThrow();
        Optional<SmtpReply> fault = message.finish();
        if (fault.isPresent()) {
            return refused(fault.get(), transaction, state);
        }
        try (Content content = message.content()) {
            if (transaction.parameters().smtpUtf8() && message.text().eightBitHeader() && !isHeaderUtf8(content)) {
                return refused(BAD_UTF8, transaction, state);
            }
            return service.submits() ? submit(content, transaction, state) : deliver(content, transaction, state);
        }
    }

    private List<SmtpReply> submit(Content content, Transaction transaction, SessionState state) throws IOException {
        Account account = state.account().orElseThrow();
        return switch (submission.prepare(account, transaction.sender(), transaction.count(), content)) {
            case Submission.Prepared.Refused no -> refused(no.reply(), transaction, state);
            case Submission.Prepared.Ready ready ->
                List.of(inbound.deliver(
                        arrival(ready.message(), transaction, state).by(account)));
        };
    }

    private List<SmtpReply> deliver(Content content, Transaction transaction, SessionState state) {
        Arrival arrival = arrival(content, transaction, state);
        return service.lmtp() ? inbound.deliverEach(arrival) : List.of(inbound.deliver(arrival));
    }

    private Arrival arrival(Content content, Transaction transaction, SessionState state) {
        Envelope envelope = new Envelope(transaction.sender(), transaction.recipients(), outgoing(transaction, state));
        MailParameters said = transaction.parameters();
        return new Arrival(envelope, content, trace(transaction, state), state.origin())
                .of(new Arrival.Form(said.body(), said.smtpUtf8()));
    }

    private static Optional<Outgoing> outgoing(Transaction transaction, SessionState state) {
        if (transaction.addressees().isEmpty()) {
            return Optional.empty();
        }
        MailParameters said = transaction.parameters();
        QueueEnvelope envelope =
                new QueueEnvelope(transaction.sender(), said.body(), said.smtpUtf8(), said.ret(), said.envelopeId());
        Owner owner =
                new Owner(state.account().map(Account::id), state.account().map(Account::customer));
        return Optional.of(new Outgoing(envelope, transaction.addressees(), owner));
    }

    /** Where a user's own device stands is nobody's business; the journal has it. */
    private Arrival.Trace trace(Transaction transaction, SessionState state) {
        String helo = state.greeting().map(SessionState.Greeting::name).orElse("unknown");
        Optional<Arrival.Client> client = service.submits()
                ? Optional.empty()
                : Optional.of(new Arrival.Client(helo, state.connection().peer()));
        return new Arrival.Trace(client, TransmissionType.of(service, state), transaction.id());
    }

    private List<SmtpReply> refused(SmtpReply reply, Transaction transaction, SessionState state) {
        if (service.submits()) {
            evidence.refused(state.account(), state.origin(), transaction.senderText(), reply);
        } else {
            evidence.refused(state.origin(), transaction, reply);
        }
        int answers = service.lmtp() ? transaction.recipients().size() : 1;
        return Collections.nCopies(answers, reply);
    }

    /** RFC 6532 §3.2. */
    private static boolean isHeaderUtf8(Content content) throws IOException {
        try (InputStream in = content.open(0, MessageText.MAX_HEADER)) {
            byte[] octets = in.readAllBytes();
            int end = new String(octets, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n");
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets, 0, end < 0 ? octets.length : end));
            return true;
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }
}
