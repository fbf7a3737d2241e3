// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.server;

import java.util.Optional;
import org.fumibako.delivery.Submission;
import org.fumibako.delivery.Whereabouts;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.SmtpReply;
import org.fumibako.registry.Account;
import org.fumibako.smtp.server.wire.SmtpCommand;

/** MAIL (RFC 5321 §4.1.1.2): begins a transaction. */
final class MailHandler {
    private static final SmtpReply SENDER_OK = SmtpReply.of(250, "2.1.0", "Sender OK");

    private final SmtpConfig config;
    private final Submission submission;
    private final Evidence evidence;

    MailHandler(SmtpConfig config, Submission submission, Evidence evidence) {
        this.config = config;
        this.submission = submission;
        this.evidence = evidence;
    }

    SmtpReply handle(SmtpCommand.Mail command, SessionState state) {
        Optional<SmtpReply> outOfOrder = outOfOrder(state);
        if (outOfOrder.isPresent()) {
            return outOfOrder.get();
        }
        String sender = command.sender().map(EmailAddress::toString).orElse("");
        Optional<Whereabouts> abroad = abroad(state);
        if (abroad.isPresent()) {
            evidence.refused(state.account(), state.origin(), abroad.get().event(sender));
            return abroad.get().refusal();
        }
        Optional<SmtpReply> refusal = refusal(command, state);
        if (refusal.isPresent()) {
            evidence.refused(state.account(), state.origin(), sender, refusal.get());
            return refusal.get();
        }
        state.begin(command.sender(), command.parameters());
        return SENDER_OK;
    }

    private Optional<SmtpReply> outOfOrder(SessionState state) {
        if (config.service().submits() && !state.connection().secure()) {
            return Optional.of(Replies.NEED_TLS);
        }
        if (state.greeting().isEmpty()) {
            return Optional.of(Replies.NEED_GREETING);
        }
        if (config.service().submits() && state.account().isEmpty()) {
            return Optional.of(Replies.NEED_AUTH);
        }
        return state.transaction().isPresent() ? Optional.of(Replies.IN_TRANSACTION) : Optional.empty();
    }

    private Optional<SmtpReply> refusal(SmtpCommand.Mail command, SessionState state) {
        if (command.parameters().size().orElse(0) > config.limits().message().bytes()) {
            return Optional.of(Replies.TOO_LARGE);
        }
        return submitter(state).flatMap(account -> submission.checkSender(account.id(), command.sender()));
    }

    private Optional<Whereabouts> abroad(SessionState state) {
        return submitter(state)
                .flatMap(account ->
                        submission.checkPlace(account, state.connection().peer()));
    }

    private Optional<Account> submitter(SessionState state) {
        return config.service().submits() ? state.account() : Optional.empty();
    }
}
