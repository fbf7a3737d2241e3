// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.http;

import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.fumibako.api.endpoint.Actor;
import org.fumibako.api.endpoint.ApiException;
import org.fumibako.api.endpoint.Endpoint;
import org.fumibako.api.endpoint.ErrorCode;
import org.fumibako.api.endpoint.TokenScopes;
import org.fumibako.journal.Origin;
import org.fumibako.registry.ApiToken;
import org.fumibako.registry.Registry;

/**
 * Who asks: a browser with a session, or a program with a token (RFC 6750 §2.1). No page of another site can make a browser send
 * a token, so a program needs no token of a session beside it.
 */
record Visitor(BrowserVisit visit, Optional<ApiToken.Bearer> bearer) {
    private static final String BEARER = "Bearer ";

    static Visitor of(Registry registry, Request request, Response response, Origin origin) {
        String credentials = Optional.ofNullable(request.getHeaders().get(HttpHeader.AUTHORIZATION))
                .orElse("");
        if (!credentials.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return new Visitor(new BrowserVisit(registry.webSessions(), request, response, origin), Optional.empty());
        }
        return new Visitor(
                BrowserVisit.ofProgram(registry.webSessions(), request, response, origin),
                registry.apiTokens().find(credentials.substring(BEARER.length()).strip(), origin));
    }

    Actor actor() {
        return bearer.map(token -> Actor.of(token.principal())).orElseGet(visit::actor);
    }

    /** @throws ApiException when it is a program whose token does not reach so far */
    void check(Endpoint<?, ?> endpoint) {
        boolean may = bearer.isEmpty()
                || TokenScopes.of(endpoint).filter(bearer.get()::may).isPresent();
        if (!may) {
            throw ApiException.of(ErrorCode.TOKEN_SCOPE);
        }
    }
}
