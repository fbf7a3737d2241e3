// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.server;

import java.util.Optional;
import java.util.OptionalLong;
import org.fumibako.delivery.Envelope.Recipient;
import org.fumibako.delivery.QuotaRule;
import org.fumibako.delivery.QuotaRule.Fit;
import org.fumibako.delivery.RecipientReplies;
import org.fumibako.delivery.Route;
import org.fumibako.delivery.Router;
import org.fumibako.delivery.Submission;
import org.fumibako.delivery.door.Doorkeeper;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.SmtpReply;
import org.fumibako.registry.Account;
import org.fumibako.smtp.server.wire.SmtpCommand;

/** RCPT (RFC 5321 §4.1.1.3): everything that can be said of a recipient is said here, before the message travels. */
final class RcptHandler {
    private static final SmtpReply RECIPIENT_OK = SmtpReply.of(250, "2.1.5", "Recipient OK");
    private static final SmtpReply TOO_MANY =
            SmtpReply.of(452, "4.5.3", "Too many recipients; please send to the others in another transaction");
    private static final SmtpReply NO_UTF8 =
            SmtpReply.of(553, "5.6.7", "A UTF-8 address needs the parameter SMTPUTF8 at MAIL");
    private static final SmtpReply NO_RELAY =
            SmtpReply.of(550, "5.7.1", "Relaying denied: the domain is not one of ours");

    private final SmtpConfig config;
    private final Router router;
    private final QuotaRule quota;
    private final Submission submission;
    private final Doorkeeper door;
    private final Evidence evidence;

    RcptHandler(SmtpConfig config, SmtpDependencies dependencies, Evidence evidence) {
        this.config = config;
        this.router = dependencies.router();
        this.quota = dependencies.quota();
        this.submission = dependencies.submission();
        this.door = dependencies.door();
        this.evidence = evidence;
    }

    SmtpReply handle(SmtpCommand.Rcpt command, SessionState state) {
        if (state.transaction().isEmpty()) {
            return Replies.NEED_MAIL;
        }
        Transaction transaction = state.transaction().get();
        if (transaction.chunked().isPresent()) {
            return Replies.IN_CHUNKS;
        }
        if (transaction.count() >= config.limits().recipients()) {
            return TOO_MANY;
        }
        if (command.utf8() && !transaction.parameters().smtpUtf8()) {
            return NO_UTF8;
        }
        EmailAddress address = command.recipient().orElse(config.postmaster());
        Optional<SmtpReply> tooMany = tooManySent(transaction, state);
        if (tooMany.isPresent()) {
            evidence.refused(state.account(), state.origin(), transaction.senderText(), tooMany.get());
            return tooMany.get();
        }
        return switch (router.route(address)) {
            case Route.Local local ->
                local(local.recipient(), quota.fit(local.recipient(), size(transaction)), command, state);
            case Route.Returned returned ->
                local(returned.recipient(), quota.fitHere(returned.recipient(), size(transaction)), command, state);
            case Route.Remote remote ->
                config.service().submits()
                        ? elsewhere(address, command, transaction)
                        : noRelay(address, transaction, state);
            case Route.Refused refused -> nowhere(address, refused.reply(), transaction, state);
        };
    }

    private static OptionalLong size(Transaction transaction) {
        return transaction.parameters().size();
    }

    private SmtpReply local(Recipient recipient, Fit fit, SmtpCommand.Rcpt command, SessionState state) {
        Transaction transaction = state.transaction().orElseThrow();
        if (fit == Fit.FULL) {
            SmtpReply full = RecipientReplies.OVER_QUOTA;
            evidence.refused(state.origin(), transaction.senderText(), recipient, full);
            if (state.account().filter(recipient.accounts()::contains).isEmpty()
                    && config.service().submits()) {
                nowhere(recipient.address(), full, transaction, state);
            }
            return full;
        }
        // LMTP answers for each recipient by itself and needs no splitting.
        if (!config.service().lmtp() && transaction.mustSplit(fit)) {
            return RecipientReplies.SPLIT;
        }
        Optional<SmtpReply> delay = delay(recipient, transaction, state);
        if (delay.isPresent()) {
            evidence.refused(state.origin(), transaction.senderText(), recipient, delay.get());
            return delay.get();
        }
        transaction.add(recipient, command.parameters(), fit);
        return RECIPIENT_OK;
    }

    private Optional<SmtpReply> delay(Recipient recipient, Transaction transaction, SessionState state) {
        return config.service() == SmtpService.MX
                ? door.delay(state.connection().peer(), transaction.sender(), recipient)
                : Optional.empty();
    }

    private static SmtpReply elsewhere(EmailAddress address, SmtpCommand.Rcpt command, Transaction transaction) {
        if (transaction.mustSplit(Fit.FITS)) {
            return RecipientReplies.SPLIT;
        }
        transaction.add(address, command.parameters());
        return RECIPIENT_OK;
    }

    private Optional<SmtpReply> tooManySent(Transaction transaction, SessionState state) {
        return config.service().submits() && state.account().isPresent()
                ? submission.checkRecipients(state.account().get(), transaction.count() + 1)
                : Optional.empty();
    }

    /** Told to the account that the sender's address is of: its mail program may be set to port 25 (OP25B), or somebody forges it. */
    private SmtpReply noRelay(EmailAddress address, Transaction transaction, SessionState state) {
        Optional<Account> author = EmailAddress.parse(transaction.senderText())
                .map(router::route)
                .flatMap(route -> route instanceof Route.Local local
                        ? local.recipient().accounts().stream().findFirst()
                        : Optional.empty());
        evidence.refused(author, state.origin(), transaction.senderText(), address.toString(), NO_RELAY);
        return NO_RELAY;
    }

    private SmtpReply nowhere(EmailAddress address, SmtpReply reply, Transaction transaction, SessionState state) {
        // Who is signed in gets to see it; a stranger's is looked up by the address that it was for.
        evidence.refused(state.account(), state.origin(), transaction.senderText(), address.toString(), reply);
        if (config.service() == SmtpService.MX) {
            door.hold(address.domain(), state.countRefusal());
        }
        return reply;
    }
}
