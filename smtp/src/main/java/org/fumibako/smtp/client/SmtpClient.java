// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.fumibako.dns.Resolver;
import org.fumibako.net.DialTimeouts;
import org.fumibako.net.Dialer;

/**
 * Carries messages to other servers, over connections that it keeps for a moment in case there is more for the same one. Safe for
 * any number of threads.
 */
public final class SmtpClient implements Delivery, AutoCloseable {
    private final ClientConfig config;
    private final Router router;
    private final Dialer dialer;
    private final ConnectionPool pool;
    private final SilentServers silent = new SilentServers();
    private final ChunkRefusers refusers = new ChunkRefusers();
    private final SessionOpener opener;

    /**
     * @param webPki trusts the public authorities; for MTA-STS and smarthosts
     * @param random orders exchanges of equal preference, and makes nonces
     */
    public SmtpClient(
            ClientConfig config, Resolver resolver, TlsPolicies policies, SSLContext webPki, SecureRandom random) {
        ClientTimeouts timeouts = config.timeouts();
        this.config = config;
        this.router = new Router(config, resolver, policies, random);
        this.dialer =
                new Dialer(new DialTimeouts(timeouts.of(Stage.CONNECT), timeouts.of(Stage.TLS), timeouts.dataBlock()));
        this.pool = new ConnectionPool(config.limits());
        this.opener = new SessionOpener(dialer, config, new ClientTls(webPki), random);
    }

    @Override
    public DeliveryReport deliver(NextHop hop, Transmission transmission) {
        Progress progress = new Progress(transmission.recipients());
        switch (router.route(hop)) {
            case Route.DeadEnd end -> progress.settleAll(end.outcome());
            case Route.Targets targets -> visit(targets, transmission, progress);
        }
        return progress.report();
    }

    /** Cuts off what is going on; deliveries in progress end as deferred. */
    @Override
    public void close() {
        pool.close();
        dialer.close();
    }

    private void visit(Route.Targets targets, Transmission transmission, Progress progress) {
        targets.passedOver().forEach(progress::note);
        try {
            visit(targets, new Errand(transmission, OutgoingMessage.of(transmission), progress, config));
        } catch (IOException e) {
            progress.postponeAll(
                    new Outcome.Deferred(Attempt.failed(Optional.empty(), Stage.DATA, "4.3.0", Words.UNREADABLE)));
        }
    }

    private void visit(Route.Targets targets, Errand errand) {
        Progress progress = errand.progress();
        int dialogues = 0;
        for (Target target : silent.last(targets.targets())) {
            if (progress.done() || dialogues >= config.limits().dialogues()) {
                return;
            }
            try {
                visit(target, errand);
                dialogues++;
            } catch (DialogueException e) {
                progress.postponeAll(e.outcome());
                dialogues += e.attempt().stage().beforeMail() ? 0 : 1;
            }
        }
    }

    /** With one server: over a kept connection when there is one, and as many new ones as it takes. */
    private void visit(Target target, Errand errand) throws DialogueException {
        errand.begin();
        Optional<ClientSession> kept = pool.take(target);
        boolean more = true;
        if (kept.isPresent()) {
            try {
                more = run(kept.get(), errand);
            } catch (DialogueException e) {
                if (!e.attempt().goneBeforeMail()) {
                    throw e;
                }
                // Whoever was asked about over it got no answer.
                errand.begin();
            }
        }
        for (int sessions = 0; more && sessions < config.limits().messages() && errand.inTime(); sessions++) {
            more = run(open(target), errand);
        }
        if (more) {
            errand.progress()
                    .postponeAll(new Outcome.Deferred(Attempt.failed(
                            Optional.of(target.host()),
                            Stage.RCPT,
                            "4.5.3",
                            "the server takes too few recipients at a time")));
        }
    }

    private ClientSession open(Target target) throws DialogueException {
        try {
            ClientSession session = opener.open(target);
            silent.remove(target);
            return refusers.has(target) ? session.withoutChunking() : session;
        } catch (DialogueException e) {
            if (e.attempt().silence()) {
                silent.add(target);
            }
            throw e;
        }
    }

    /** @return whether there are recipients left that this server was not asked about */
    private boolean run(ClientSession session, Errand errand) throws DialogueException {
        boolean intact = false;
        try {
            boolean more = errand.run(session);
            intact = true;
            return more;
        } catch (ChunkingRefusedException e) {
            refusers.add(session.target());
            throw e;
        } finally {
            if (intact) {
                pool.give(session);
            } else {
                session.close();
            }
        }
    }
}
