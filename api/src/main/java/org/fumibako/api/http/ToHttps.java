// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.http;

import java.util.function.IntSupplier;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.fumibako.model.DomainName;

/** Sends browsers that came without TLS to the same path with it. */
final class ToHttps extends Handler.Abstract {
    private static final int HTTPS = 443;

    private final DomainName host;
    private final IntSupplier port;

    ToHttps(DomainName host, IntSupplier port) {
        this.host = host;
        this.port = port;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String path = request.getHttpURI().getPathQuery();
        // An authority asks without TLS for the proof that leads to it.
        if (request.isSecure() || path.startsWith(ChallengeHandler.PREFIX)) {
            return false;
        }
        // To our own name, not to whatever Host says.
        String place = port.getAsInt() == HTTPS ? host.ascii() : host.ascii() + ":" + port.getAsInt();
        Response.sendRedirect(request, response, callback, 308, "https://" + place + path, true);
        return true;
    }
}
