// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.http;

import java.util.Optional;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.fumibako.registry.WebSessions;

/** The cookie that a session lives in. With TLS its name binds it to this host and to TLS ({@code __Host-}). */
final class Cookies {
    private static final String SECURE = "__Host-fumibako";
    private static final String PLAIN = "fumibako";

    private Cookies() {}

    static Optional<String> session(Request request) {
        String wanted = name(request);
        return Request.getCookies(request).stream()
                .filter(cookie -> cookie.getName().equals(wanted))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    static void begin(Request request, Response response, String token) {
        Response.putCookie(response, cookie(request, token, WebSessions.LIFETIME.toSeconds()));
    }

    static void end(Request request, Response response) {
        Response.putCookie(response, cookie(request, "", 0));
    }

    private static HttpCookie cookie(Request request, String value, long age) {
        return HttpCookie.build(name(request), value)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite(HttpCookie.SameSite.LAX)
                .maxAge(age)
                .build();
    }

    private static String name(Request request) {
        return request.isSecure() ? SECURE : PLAIN;
    }
}
