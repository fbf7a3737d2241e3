// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.fumibako.api.endpoint.Method;
import org.fumibako.jmap.Caller;
import org.fumibako.journal.Origin;
import org.fumibako.registry.Account;
import org.fumibako.registry.Authenticator;
import org.fumibako.registry.Registry;

/**
 * Who asks JMAP: the owner of an account, by a browser's session, or by address and password in each request (RFC 7617). A
 * session's changes need its token, as everywhere.
 */
final class JmapGuest {
    private static final String BASIC = "Basic ";

    /** Characters of the credentials: the longest address and password, in base64. */
    private static final int MAX_CREDENTIALS = 2_000;

    private final Registry registry;

    JmapGuest(Registry registry) {
        this.registry = registry;
    }

    /** Empty when it is nobody, or somebody without an account. */
    Optional<Caller> caller(Request request, Response response) {
        Origin origin = ApiHandler.origin(request);
        String credentials = Optional.ofNullable(request.getHeaders().get(HttpHeader.AUTHORIZATION))
                .orElse("");
        boolean page = !credentials.regionMatches(true, 0, BASIC, 0, BASIC.length());
        Optional<Account> account = page
                ? bySession(request, response, origin)
                : byPassword(credentials.substring(BASIC.length()).strip(), origin);
        return account.map(own -> new Caller(own, origin.withLogin(own.address()), page));
    }

    private Optional<Account> bySession(Request request, Response response, Origin origin) {
        BrowserVisit visit = new BrowserVisit(registry.webSessions(), request, response, origin);
        SameSite.check(request, isSafe(request) ? Method.GET : Method.POST, visit);
        return visit.actor()
                .account()
                .flatMap(own -> registry.account(own.id()))
                .filter(own -> !own.suspended());
    }

    private static boolean isSafe(Request request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    private Optional<Account> byPassword(String credentials, Origin origin) {
        if (credentials.length() > MAX_CREDENTIALS) {
            return Optional.empty();
        }
        byte[] octets;
        try {
            octets = Base64.getDecoder().decode(credentials);
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
        int colon = 0;
        while (colon < octets.length && octets[colon] != ':') {
            colon++;
        }
        if (colon == octets.length) {
            return Optional.empty();
        }
        String login =
                StandardCharsets.UTF_8.decode(ByteBuffer.wrap(octets, 0, colon)).toString();
        byte[] password = Arrays.copyOfRange(octets, colon + 1, octets.length);
        try {
            return registry.authenticator().signIn(login, password, "BASIC", origin)
                            instanceof Authenticator.SignIn.Granted granted
                    ? Optional.of(granted.account())
                    : Optional.empty();
        } finally {
            Arrays.fill(octets, (byte) 0);
            Arrays.fill(password, (byte) 0);
        }
    }

    /** Says how to sign in; not to pages, where the browser would ask in a window of its own. */
    void challenge(Request request, Response response) {
        if (request.getHeaders().get("Sec-Fetch-Site") == null) {
            response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, "Basic realm=\"JMAP\", charset=\"UTF-8\"");
        }
    }
}
