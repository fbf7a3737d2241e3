// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.server;

import java.io.IOException;
import java.util.List;
import org.fumibako.model.SmtpReply;
import org.fumibako.smtp.server.wire.ReplyWriter;
import org.fumibako.smtp.server.wire.SmtpCommand;

/** From a command to its replies; made once for a service and shared by its sessions. */
final class Handlers {
    private static final SmtpReply BYE = SmtpReply.of(221, "2.0.0", "Bye");
    private static final SmtpReply NOT_SAID =
            SmtpReply.of(252, "2.1.5", "Addresses are not verified here; send the message and see");
    private static final SmtpReply HELP = SmtpReply.of(
            214,
            "2.0.0",
            "This is Fumibako, a mail server (RFC 5321)\n"
                    + "EHLO MAIL RCPT DATA BDAT RSET NOOP VRFY HELP STARTTLS AUTH QUIT");

    private final GreetingHandler greeting;
    private final StartTlsHandler startTls = new StartTlsHandler();
    private final AuthHandler auth;
    private final MailHandler mail;
    private final RcptHandler rcpt;
    private final DataHandler data;
    private final BdatHandler bdat;

    Handlers(SmtpConfig config, SmtpDependencies dependencies) {
        Evidence evidence = new Evidence(dependencies.journal());
        Acceptance acceptance = new Acceptance(config.service(), dependencies, evidence);
        this.greeting = new GreetingHandler(config);
        this.auth = new AuthHandler(config, dependencies.authenticator());
        this.mail = new MailHandler(config, dependencies.submission(), evidence);
        this.rcpt = new RcptHandler(config, dependencies, evidence);
        this.data = new DataHandler(config, acceptance);
        this.bdat = new BdatHandler(config, acceptance);
    }

    SmtpReply banner() {
        return greeting.banner();
    }

    /** The replies to a command, none when it is the client's turn to speak again without one. */
    List<SmtpReply> handle(SmtpCommand command, SessionState state, ReplyWriter replies) throws IOException {
        return switch (command) {
            case SmtpCommand.Helo helo -> List.of(greeting.helo(helo.name(), state));
            case SmtpCommand.Ehlo ehlo -> List.of(greeting.ehlo(ehlo.name(), state));
            case SmtpCommand.Lhlo lhlo -> List.of(greeting.lhlo(lhlo.name(), state));
            case SmtpCommand.StartTls tls ->
                startTls.handle(state, replies).map(List::of).orElse(List.of());
            case SmtpCommand.Auth login -> List.of(auth.handle(login, state, replies));
            case SmtpCommand.Mail from -> List.of(mail.handle(from, state));
            case SmtpCommand.Rcpt to -> List.of(rcpt.handle(to, state));
            case SmtpCommand.Data begin -> data.handle(state, replies);
            case SmtpCommand.Bdat chunk -> bdat.handle(chunk, state);
            case SmtpCommand.Rset reset -> {
                state.abort();
                yield List.of(Replies.OK);
            }
            case SmtpCommand.Noop nothing -> List.of(Replies.OK);
            case SmtpCommand.Vrfy who -> List.of(NOT_SAID);
            case SmtpCommand.Help help -> List.of(HELP);
            case SmtpCommand.Expn list -> List.of(Replies.NOT_OFFERED);
            case SmtpCommand.NotOffered other -> List.of(Replies.NOT_OFFERED);
            case SmtpCommand.Foreign foreign -> last(Replies.NOT_MAIL, state);
            case SmtpCommand.Quit quit -> last(BYE, state);
        };
    }

    private static List<SmtpReply> last(SmtpReply reply, SessionState state) {
        state.end();
        return List.of(reply);
    }
}
