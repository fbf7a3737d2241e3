// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.fumibako.api.endpoint.Actor;
import org.fumibako.api.endpoint.Visit;
import org.fumibako.journal.Origin;
import org.fumibako.registry.Principal;
import org.fumibako.registry.WebSessions;

/** The session that a browser's cookie stands for. */
final class BrowserVisit implements Visit {
    private final WebSessions sessions;
    private final Request request;
    private final Response response;
    private final Origin origin;
    private Optional<String> token;
    private Optional<WebSessions.Session> session;

    BrowserVisit(WebSessions sessions, Request request, Response response, Origin origin) {
        this(sessions, request, response, origin, Cookies.session(request));
    }

    /** Of a program that shows a token: whatever cookie comes with it does not count. */
    static BrowserVisit ofProgram(WebSessions sessions, Request request, Response response, Origin origin) {
        return new BrowserVisit(sessions, request, response, origin, Optional.empty());
    }

    private BrowserVisit(
            WebSessions sessions, Request request, Response response, Origin origin, Optional<String> token) {
        this.sessions = sessions;
        this.request = request;
        this.response = response;
        this.origin = origin;
        this.token = token;
        this.session = token.flatMap(sessions::find);
    }

    Actor actor() {
        return session.map(found -> Actor.of(found.principal())).orElse(Actor.ANONYMOUS);
    }

    @Override
    public long session() {
        return session.map(WebSessions.Session::id).orElse(0L);
    }

    /** Made from what only the browser and we know, so it need not be kept, and nobody can work out the one from the other. */
    @Override
    public String csrfToken() {
        return session.isEmpty() ? "" : token.map(BrowserVisit::derived).orElse("");
    }

    /** Whether the header is the one that belongs to the session; compared in constant time. */
    boolean csrfFits(String header) {
        return MessageDigest.isEqual(
                header.getBytes(StandardCharsets.UTF_8), csrfToken().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void begin(Principal principal) {
        session.ifPresent(old -> sessions.end(old.principal(), old.id()));
        WebSessions.Begun begun = sessions.begin(principal, origin);
        token = Optional.of(begun.token());
        session = Optional.of(begun.session());
        Cookies.begin(request, response, begun.token());
    }

    @Override
    public void end() {
        session.ifPresent(old -> sessions.end(old.principal(), old.id()));
        session = Optional.empty();
        Cookies.end(request, response);
    }

    private static String derived(String token) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(("csrf " + token).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
