// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.http;

import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.fumibako.api.endpoint.ApiException;
import org.fumibako.api.endpoint.ErrorCode;
import org.fumibako.api.endpoint.Method;

/**
 * Keeps other sites from acting in a visitor's name. A change needs the session's token in a header; what has no session yet,
 * such as signing in, may not come from a page of another site either (the one that browsers name in {@code Sec-Fetch-Site} and
 * {@code Origin}).
 */
final class SameSite {
    /** The header with the session's token. */
    static final String HEADER = "X-CSRF-Token";

    private SameSite() {}

    static void check(Request request, Method method, BrowserVisit visit) {
        if (method.isSafe()) {
            return;
        }
        if (isForeign(request)) {
            throw ApiException.of(ErrorCode.CROSS_SITE);
        }
        String token = Optional.ofNullable(request.getHeaders().get(HEADER)).orElse("");
        if (visit.session() != 0 && !visit.csrfFits(token)) {
            throw ApiException.of(ErrorCode.CSRF_TOKEN);
        }
    }

    private static boolean isForeign(Request request) {
        String site = request.getHeaders().get("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            return true;
        }
        String origin = request.getHeaders().get(HttpHeader.ORIGIN);
        if (origin == null) {
            return false;
        }
        String scheme = request.isSecure() ? "https://" : "http://";
        String host = Optional.ofNullable(request.getHttpURI().getAuthority())
                .orElse(Optional.ofNullable(request.getHeaders().get(HttpHeader.HOST))
                        .orElse(""));
        return !origin.equalsIgnoreCase(scheme + host);
    }
}
