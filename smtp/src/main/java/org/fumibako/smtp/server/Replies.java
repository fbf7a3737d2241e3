// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.server;

import org.fumibako.model.SmtpReply;

/** Replies of the dialogue that more than one command gives. They speak to people and never of our configuration. */
final class Replies {
    static final SmtpReply OK = SmtpReply.of(250, "2.0.0", "OK");
    static final SmtpReply TOO_LARGE =
            SmtpReply.of(552, "5.3.4", "The message is larger than SIZE in the EHLO reply allows");
    static final SmtpReply NOT_RECOGNIZED = SmtpReply.of(500, "5.5.1", "Command not recognized");
    static final SmtpReply NOT_OFFERED = SmtpReply.of(502, "5.5.1", "That command is not offered here");
    static final SmtpReply LINE_TOO_LONG = SmtpReply.of(500, "5.5.2", "The command line is too long");
    static final SmtpReply BARE_LINE_END = SmtpReply.of(
            500, "5.5.2", "A command ends in CR LF; a CR or LF by itself is not accepted (RFC 5321, 2.3.8)");
    static final SmtpReply SPOKE_TOO_EARLY =
            SmtpReply.of(554, "5.5.0", "You sent on without waiting for the reply, closing connection");
    static final SmtpReply NOT_MAIL = SmtpReply.of(554, "5.7.0", "This is a mail server, closing connection");
    static final SmtpReply NEED_GREETING = SmtpReply.of(503, "5.5.1", "Say hello first");
    static final SmtpReply NEED_MAIL = SmtpReply.of(503, "5.5.1", "MAIL comes first");
    static final SmtpReply NEED_RECIPIENT = SmtpReply.of(503, "5.5.1", "No valid recipient so far");
    static final SmtpReply IN_TRANSACTION = SmtpReply.of(503, "5.5.1", "Not within a mail transaction; RSET ends it");
    static final SmtpReply IN_CHUNKS = SmtpReply.of(503, "5.5.1", "The message has begun with BDAT and must end so");
    static final SmtpReply NEED_TLS = SmtpReply.of(530, "5.7.0", "Must issue a STARTTLS command first");
    static final SmtpReply NEED_AUTH = SmtpReply.of(530, "5.7.0", "Authentication required");
    static final SmtpReply SHUTTING_DOWN = SmtpReply.of(421, "4.3.2", "Service is stopping, please try again later");
    static final SmtpReply TIMED_OUT = SmtpReply.of(421, "4.4.2", "Timeout, closing connection");
    static final SmtpReply TOO_SLOW = SmtpReply.of(421, "4.4.2", "The message comes too slowly, closing connection");
    static final SmtpReply TOO_MANY_ERRORS = SmtpReply.of(421, "4.7.0", "Too many errors, closing connection");
    static final SmtpReply TOO_MANY_COMMANDS =
            SmtpReply.of(421, "4.7.0", "Too many commands without a message, closing connection");
    static final SmtpReply TOO_LONG_SESSION =
            SmtpReply.of(421, "4.4.2", "The session has lasted too long, please connect again");
    static final SmtpReply NOT_NOW = SmtpReply.of(451, "4.3.0", "Temporary trouble here, please try again later");
    static final SmtpReply INTERNAL = SmtpReply.of(421, "4.3.0", "Internal error, closing connection");

    private Replies() {}
}
