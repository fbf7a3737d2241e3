// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.submission;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fumibako.delivery.Arrival;
import org.fumibako.delivery.Envelope;
import org.fumibako.delivery.Inbound;
import org.fumibako.delivery.Outgoing;
import org.fumibako.delivery.Route;
import org.fumibako.delivery.Router;
import org.fumibako.delivery.Submission;
import org.fumibako.jmap.Caller;
import org.fumibako.jmap.wire.Json;
import org.fumibako.jmap.wire.SetError;
import org.fumibako.jmap.wire.SetException;
import org.fumibako.mime.BodyPart;
import org.fumibako.mime.CanonicalLines;
import org.fumibako.mime.Headers;
import org.fumibako.mime.MessageParser;
import org.fumibako.mime.MimeLimits;
import org.fumibako.model.BodyType;
import org.fumibako.model.Content;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.SmtpReply;
import org.fumibako.net.Spool;
import org.fumibako.registry.Account;
import org.fumibako.store.queue.Addressee;
import org.fumibako.store.queue.Owner;
import org.fumibako.store.queue.QueueEnvelope;
import tools.jackson.databind.node.ObjectNode;

/** Sends messages the way submission over SMTP does: the same policy, limits, signatures, filing and queue. */
public final class Outbox {
    private static final int IN_MEMORY = 256 << 10;

    private final Parts parts;

    public Outbox(Parts parts) {
        this.parts = parts;
    }

    /**
     * What sending takes.
     *
     * @param spool directory for temporary files
     * @param most octets of a message
     */
    public record Parts(Submission submission, Inbound inbound, Router router, Path spool, long most) {}

    /** Where the recipients are. */
    record Recipients(List<Envelope.Recipient> here, List<Addressee> elsewhere) {
        int count() {
            return here.size() + elsewhere.size();
        }
    }

    /** What the message itself says of its form. */
    private static final class Form extends OutputStream {
        private final OutputStream to;
        private boolean eightBit;

        Form(OutputStream to) {
            this.to = to;
        }

        @Override
        public void write(int octet) throws IOException {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            for (int i = offset; i < offset + length && !eightBit; i++) {
                eightBit = from[i] < 0;
            }
            to.write(from, offset, length);
        }
    }

    /**
     * What came of sending.
     *
     * @param reply what the server answered for all recipients
     * @param here keys of those whose mailboxes have it now
     */
    record Outcome(SmtpReply reply, Set<String> here) {}

    /** Refuses what would be refused if it were sent now. */
    void check(Caller caller, EmailAddress sender, List<EmailAddress> to, Content message) throws SetException {
        Account account = caller.account();
        refuse("forbiddenMailFrom", parts.submission().checkSender(account.id(), Optional.of(sender)));
        requireHome(caller);
        Recipients recipients = recipients(to);
        if (message.size() > parts.most()) {
            throw new SetException(new SetError("tooLarge", "A message may have " + parts.most() + " octets."));
        }
        if (recipients.count() == 0) {
            throw new SetException(new SetError("noRecipients", "The message has no recipient."));
        }
    }

    /** Sends it; it is on its way then. */
    Outcome send(Caller caller, EmailAddress sender, List<EmailAddress> to, Content message) throws SetException {
        Account account = caller.account();
        refuse("forbiddenMailFrom", parts.submission().checkSender(account.id(), Optional.of(sender)));
        requireHome(caller);
        Recipients recipients = recipients(to);
        refuse("forbiddenToSend", parts.submission().checkRecipients(account, recipients.count()));
        try (Spool spool = new Spool(parts.spool(), IN_MEMORY, parts.most())) {
            Arrival.Form form = write(message, spool);
            Content clean = spool.content();
            return switch (parts.submission().prepare(account, Optional.of(sender), recipients.count(), clean)) {
                case Submission.Prepared.Refused no ->
                    throw new SetException(new SetError(
                            no.reply().code() == 553 ? "forbiddenFrom" : "forbiddenToSend",
                            no.reply().text()));
                case Submission.Prepared.Ready ready -> {
                    SmtpReply reply =
                            parts.inbound().deliver(arrival(caller, sender, recipients, ready.message(), form));
                    if (reply.code() >= 400) {
                        throw new SetException(new SetError("forbiddenToSend", reply.text()));
                    }
                    yield new Outcome(
                            reply,
                            recipients.here().stream()
                                    .map(one -> one.address().key())
                                    .collect(Collectors.toUnmodifiableSet()));
                }
            };
        } catch (IOException e) {
            throw new SetException(new SetError("serverFail", "The message could not be sent; nothing of it was."));
        }
    }

    private void requireHome(Caller caller) throws SetException {
        boolean abroad = !caller.page()
                && caller.origin()
                        .peer()
                        .flatMap(peer -> parts.submission().checkPlace(caller.account(), peer))
                        .isPresent();
        if (abroad) {
            throw new SetException(new SetError("forbiddenToSend", "This account does not send from abroad."));
        }
    }

    private static Arrival arrival(
            Caller caller, EmailAddress sender, Recipients recipients, Content message, Arrival.Form form) {
        Account account = caller.account();
        Optional<Outgoing> outgoing = recipients.elsewhere().isEmpty()
                ? Optional.empty()
                : Optional.of(new Outgoing(
                        new QueueEnvelope(
                                Optional.of(sender), form.body(), form.smtpUtf8(), Optional.empty(), Optional.empty()),
                        recipients.elsewhere(),
                        new Owner(Optional.of(account.id()), Optional.of(account.customer()))));
        Envelope envelope = new Envelope(Optional.of(sender), recipients.here(), outgoing);
        Arrival.Trace trace = new Arrival.Trace(
                Optional.empty(), "HTTP", caller.origin().session().replaceAll("[^A-Za-z0-9-]", "-"));
        return new Arrival(envelope, message, trace, caller.origin()).of(form);
    }

    private static void refuse(String type, Optional<SmtpReply> refusal) throws SetException {
        if (refusal.isPresent()) {
            throw new SetException(new SetError(type, refusal.get().text()));
        }
    }

    private Recipients recipients(List<EmailAddress> to) throws SetException {
        List<Envelope.Recipient> here = new ArrayList<>();
        List<Addressee> elsewhere = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (EmailAddress address : to) {
            switch (parts.router().route(address)) {
                case Route.Local local -> here.add(local.recipient());
                case Route.Returned returned -> here.add(returned.recipient());
                case Route.Remote _ -> elsewhere.add(Addressee.of(address));
                case Route.Refused _ -> unknown.add(address.toString());
            }
        }
        if (!unknown.isEmpty()) {
            ObjectNode extra = Json.object();
            extra.set("invalidRecipients", Json.array(unknown));
            throw new SetException(
                    new SetError("invalidRecipients", "There are recipients who are not there.", List.of(), extra));
        }
        if (here.isEmpty() && elsewhere.isEmpty()) {
            throw new SetException(new SetError("noRecipients", "The message has no recipient."));
        }
        return new Recipients(here, elsewhere);
    }

    /**
     * Without Bcc, which is nobody's business (RFC 8621 §7.5), and with the line ends that it travels with: what one reader takes for
     * the end of a field and the next does not would show others an author that nobody has checked.
     */
    private static Arrival.Form write(Content message, Spool spool) throws IOException {
        BodyPart root = MessageParser.parse(message);
        byte[] header = Headers.read(message, MimeLimits.DEFAULT).select(name -> !name.equalsIgnoreCase("Bcc"));
        Form top = new Form(spool);
        CanonicalLines fields = new CanonicalLines(top);
        fields.write(header, 0, header.length);
        fields.finish();
        Form body = new Form(spool);
        CanonicalLines lines = new CanonicalLines(body);
        try (InputStream in = message.open(root.bodyOffset(), root.bodySize())) {
            in.transferTo(binary(message, root) ? body : lines);
            lines.finish();
        }
        BodyType type = top.eightBit || body.eightBit ? BodyType.EIGHT_BIT : BodyType.SEVEN_BIT;
        return new Arrival.Form(type, top.eightBit);
    }

    /** A body with a NUL has no lines (RFC 2045 §2.9). */
    private static boolean binary(Content message, BodyPart root) throws IOException {
        byte[] block = new byte[8 << 10];
        try (InputStream in = message.open(root.bodyOffset(), root.bodySize())) {
            for (int count = in.read(block); count > 0; count = in.read(block)) {
                for (int i = 0; i < count; i++) {
                    if (block[i] == 0) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
