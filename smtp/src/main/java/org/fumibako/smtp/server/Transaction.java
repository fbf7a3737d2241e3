// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.server;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fumibako.delivery.Envelope;
import org.fumibako.delivery.QuotaRule.Fit;
import org.fumibako.model.EmailAddress;
import org.fumibako.smtp.server.wire.MailParameters;
import org.fumibako.smtp.server.wire.RcptParameters;
import org.fumibako.store.queue.Addressee;

/** One mail transaction (RFC 5321 §3.3): from MAIL to the end of the data, or to what cuts it short. */
final class Transaction implements AutoCloseable {
    private final String id;
    private final Optional<EmailAddress> sender;
    private final MailParameters parameters;
    private final List<Envelope.Recipient> recipients = new ArrayList<>();
    private final List<RcptParameters> wishes = new ArrayList<>();
    private final List<Addressee> addressees = new ArrayList<>();
    private boolean alone;
    private Optional<IncomingMessage> chunked = Optional.empty();

    /** @param id names the transaction in trace fields, replies and the journal */
    Transaction(String id, Optional<EmailAddress> sender, MailParameters parameters) {
        this.id = id;
        this.sender = sender;
        this.parameters = parameters;
    }

    String id() {
        return id;
    }

    Optional<EmailAddress> sender() {
        return sender;
    }

    /** For people: the sender's address, {@code ""} for the null reverse-path. */
    String senderText() {
        return sender.map(EmailAddress::toString).orElse("");
    }

    MailParameters parameters() {
        return parameters;
    }

    List<Envelope.Recipient> recipients() {
        return recipients;
    }

    /** What each recipient's DSN parameters asked for, in the order of {@link #recipients}. */
    List<RcptParameters> wishes() {
        return wishes;
    }

    /** Recipients elsewhere. */
    List<Addressee> addressees() {
        return addressees;
    }

    /** Recipients in all. */
    int count() {
        return recipients.size() + addressees.size();
    }

    /** Whether a recipient of this fit has to be sent to by itself (see {@code org.fumibako.delivery}). */
    boolean mustSplit(Fit fit) {
        return alone || (fit == Fit.TIGHT && count() > 0);
    }

    void add(EmailAddress elsewhere, RcptParameters wish) {
        addressees.add(new Addressee(elsewhere, wish.notifyOn(), wish.originalRecipient()));
    }

    void add(Envelope.Recipient recipient, RcptParameters wish, Fit fit) {
        recipients.add(recipient);
        wishes.add(wish);
        alone |= fit == Fit.TIGHT;
    }

    /** The message that BDAT commands bring, once the first has come. */
    Optional<IncomingMessage> chunked() {
        return chunked;
    }

    void beginChunks(IncomingMessage message) {
        chunked = Optional.of(message);
    }

    @Override
    public void close() throws IOException {
        if (chunked.isPresent()) {
            chunked.get().close();
        }
    }
}
