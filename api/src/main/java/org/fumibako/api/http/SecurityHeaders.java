// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.http;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** What every answer tells browsers not to do. Pages replace the policy by one that lets them load what is ours. */
final class SecurityHeaders extends Handler.Wrapper {
    /** Nothing may be loaded, run or framed. */
    static final String NOTHING = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    SecurityHeaders(Handler next) {
        super(next);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        add(request.isSecure(), response.getHeaders());
        return super.handle(request, response, callback);
    }

    static void add(boolean secure, HttpFields.Mutable fields) {
        fields.put("Content-Security-Policy", NOTHING);
        fields.put("X-Content-Type-Options", "nosniff");
        fields.put("X-Frame-Options", "DENY");
        fields.put("Referrer-Policy", "no-referrer");
        fields.put("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
        fields.put("Cross-Origin-Opener-Policy", "same-origin");
        fields.put("Cross-Origin-Resource-Policy", "same-origin");
        if (secure) {
            fields.put("Strict-Transport-Security", "max-age=31536000");
        }
    }
}
