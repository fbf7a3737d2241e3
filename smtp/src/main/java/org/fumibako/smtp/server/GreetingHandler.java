// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.server;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.fumibako.model.SmtpReply;
import org.fumibako.registry.sasl.SaslServer;

/** HELO and EHLO (RFC 5321 §4.1.1.1), LHLO (RFC 2033 §4.1), and the banner before them. */
final class GreetingHandler {
    private final SmtpConfig config;

    GreetingHandler(SmtpConfig config) {
        this.config = config;
    }

    SmtpReply banner() {
        return SmtpReply.of(220, config.host().ascii() + (config.service().lmtp() ? " LMTP" : " ESMTP") + " Fumibako");
    }

    SmtpReply helo(String name, SessionState state) throws IOException {
        if (config.service().lmtp()) {
            return Replies.NOT_RECOGNIZED;
        }
        state.greeted(new SessionState.Greeting(name, false));
        return SmtpReply.of(250, config.host().ascii());
    }

    SmtpReply ehlo(String name, SessionState state) throws IOException {
        return config.service().lmtp() ? Replies.NOT_RECOGNIZED : extended(name, state);
    }

    SmtpReply lhlo(String name, SessionState state) throws IOException {
        return config.service().lmtp() ? extended(name, state) : Replies.NOT_RECOGNIZED;
    }

    private SmtpReply extended(String name, SessionState state) throws IOException {
        state.greeted(new SessionState.Greeting(name, true));
        return SmtpReply.of(250, config.host().ascii() + " greets you\n" + String.join("\n", extensions(state)));
    }

    /** Only what can be used now: no STARTTLS under TLS, no AUTH without it or after a sign-in. */
    private List<String> extensions(SessionState state) {
        List<String> lines = new ArrayList<>(List.of(
                "PIPELINING",
                "SIZE " + config.limits().message().bytes(),
                "8BITMIME",
                "SMTPUTF8",
                "BINARYMIME",
                "CHUNKING",
                "ENHANCEDSTATUSCODES",
                "DSN",
                "LIMITS RCPTMAX=" + config.limits().recipients()));
        if (state.connection().tlsAvailable()) {
            lines.add("STARTTLS");
        }
        if (AuthHandler.offered(config.service(), state)) {
            lines.add("AUTH " + String.join(" ", SaslServer.mechanisms(AuthHandler.BOUND)));
        }
        lines.add("HELP");
        return lines;
    }
}
