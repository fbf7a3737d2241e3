// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.net.ssl.SSLSession;
import org.fumibako.model.SmtpReply;
import org.fumibako.net.Dialer;
import org.fumibako.net.OutgoingConnection;
import org.fumibako.net.PipelinedBeforeTlsException;
import org.fumibako.smtp.client.wire.Capabilities;

/** Makes a connection ready for transactions: connects, greets, protects, signs in. Safe for any number of threads. */
final class SessionOpener {
    /** The server takes no mail at all (RFC 7504 §3); other refusals of a greeting pass, such as a blocklist's. */
    private static final int NO_MAIL_HERE = 521;

    private final Dialer dialer;
    private final ClientConfig config;
    private final ClientTls tls;
    private final SecureRandom random;

    SessionOpener(Dialer dialer, ClientConfig config, ClientTls tls, SecureRandom random) {
        this.dialer = dialer;
        this.config = config;
        this.tls = tls;
        this.random = random;
    }

    /**
     * A session with the target. Where TLS is only opportunistic and the handshake fails, a new connection in clear takes its
     * place (RFC 7435 §3): what such a server would get otherwise is nothing.
     */
    ClientSession open(Target target) throws DialogueException {
        try {
            return open(target, target.tls());
        } catch (HandshakeException e) {
            if (target.tls() instanceof TlsDemand.Opportunistic) {
                return open(target, new TlsDemand.None());
            }
            throw e;
        }
    }

    private ClientSession open(Target target, TlsDemand demand) throws DialogueException {
        Dialogue dialogue = connect(target);
        boolean opened = false;
        try {
            if (demand instanceof TlsDemand.Implicit implicit) {
                handshake(dialogue, implicit.trust());
            }
            greet(dialogue);
            Capabilities capabilities = protect(dialogue, demand, hello(dialogue));
            if (target.credentials().isPresent()) {
                new Authentication(dialogue, target.credentials().get(), random).signIn(capabilities);
            }
            opened = true;
            return new ClientSession(target, dialogue, capabilities);
        } finally {
            if (!opened) {
                dialogue.connection().close();
            }
        }
    }

    private Dialogue connect(Target target) throws DialogueException {
        try {
            OutgoingConnection connection = dialer.connect(target.socketAddress());
            return new Dialogue(connection, target.host(), config.timeouts());
        } catch (SocketTimeoutException e) {
            String limit = config.timeouts().of(Stage.CONNECT).toSeconds() + " s";
            throw new DialogueException(Attempt.failed(
                    Optional.of(target.host()), Stage.CONNECT, "4.4.1", "no connection within " + limit));
        } catch (IOException e) {
            throw new DialogueException(Attempt.failed(
                    Optional.of(target.host()), Stage.CONNECT, "4.4.1", "no connection: " + Words.of(e)));
        }
    }

    private static void greet(Dialogue dialogue) throws DialogueException {
        SmtpReply greeting = dialogue.reply(Stage.GREETING);
        if (greeting.code() != 220) {
            throw greeting.code() == NO_MAIL_HERE || greeting.isTransient()
                    ? new DialogueException(Attempt.replied(dialogue.host(), Stage.GREETING, greeting))
                    : notNow(dialogue, Stage.GREETING, "4.3.0", greeting);
        }
    }

    private Capabilities hello(Dialogue dialogue) throws DialogueException {
        SmtpReply ehlo = dialogue.command(Stage.EHLO, "EHLO " + config.host());
        if (ehlo.code() == 250) {
            return Capabilities.of(ehlo);
        }
        SmtpReply last = ehlo;
        if (ehlo.isPermanent()) {
            // RFC 5321 §3.2: a server that does not know EHLO.
            last = dialogue.command(Stage.EHLO, "HELO " + config.host());
            if (last.code() == 250) {
                return Capabilities.NONE;
            }
        }
        throw last.isPermanent() || last.isTransient()
                ? new DialogueException(Attempt.replied(dialogue.host(), Stage.EHLO, last))
                : notNow(dialogue, Stage.EHLO, "4.5.0", last);
    }

    private Capabilities protect(Dialogue dialogue, TlsDemand demand, Capabilities offered) throws DialogueException {
        return switch (demand) {
            case TlsDemand.None _, TlsDemand.Implicit _ -> offered;
            case TlsDemand.Opportunistic _ ->
                offered.startTls() && startTls(dialogue).code() == 220
                        ? goOn(dialogue, new TlsDemand.Trust.Anybody())
                        : offered;
            case TlsDemand.Required required -> {
                if (!offered.startTls()) {
                    throw dialogue.failed(
                            Stage.TLS, "4.7.5", "the server does not offer TLS, without which no mail may go there");
                }
                SmtpReply reply = startTls(dialogue);
                if (reply.code() != 220) {
                    throw notNow(dialogue, Stage.TLS, "4.7.5", reply);
                }
                yield goOn(dialogue, required.trust());
            }
        };
    }

    private static SmtpReply startTls(Dialogue dialogue) throws DialogueException {
        return dialogue.command(Stage.TLS, "STARTTLS");
    }

    /** After the handshake everything begins anew: what was offered in clear is forgotten (RFC 3207 §4.2). */
    private Capabilities goOn(Dialogue dialogue, TlsDemand.Trust trust) throws DialogueException {
        handshake(dialogue, trust);
        return hello(dialogue);
    }

    private void handshake(Dialogue dialogue, TlsDemand.Trust trust) throws DialogueException {
        boolean checkName = trust instanceof TlsDemand.Trust.WebPki;
        OutgoingConnection connection = dialogue.connection();
        try {
            connection.startTls(tls.context(trust), dialogue.host().name(), checkName);
            SSLSession session = connection.tls().orElseThrow();
            dialogue.protectedBy(
                    new TlsProtection(session.getProtocol(), session.getCipherSuite(), ClientTls.verification(trust)));
        } catch (PipelinedBeforeTlsException e) {
            throw dialogue.failed(
                    Stage.TLS, "4.7.0", "somebody put words into the server's mouth: it sent more before TLS began");
        } catch (IOException e) {
            throw new HandshakeException(
                    dialogue.failed(Stage.TLS, "4.7.5", "the TLS handshake failed: " + Words.of(e)));
        }
    }

    /** A refusal that does not stand for ever, or words that mean nothing where they were said. */
    private static DialogueException notNow(Dialogue dialogue, Stage stage, String status, SmtpReply reply) {
        return new DialogueException(Attempt.later(dialogue.host(), stage, status, reply));
    }
}
