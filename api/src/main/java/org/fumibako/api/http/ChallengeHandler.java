// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Proves to a certificate authority that a name is ours (RFC 8555 §8.3), over TLS or not, whatever name it is asked by. */
public final class ChallengeHandler extends Handler.Abstract {
    static final String PREFIX = "/.well-known/acme-challenge/";

    private final Function<String, Optional<String>> proofs;

    /** @param proofs the key authorization of a token that an authority may ask for now */
    public ChallengeHandler(Function<String, Optional<String>> proofs) {
        this.proofs = proofs;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String path = request.getHttpURI().getPath();
        if (!path.startsWith(PREFIX)) {
            return false;
        }
        Optional<String> proof = proofs.apply(path.substring(PREFIX.length()));
        if (proof.isEmpty()) {
            Response.writeError(request, response, callback, 404);
            return true;
        }
        response.setStatus(200);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/octet-stream");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.write(true, ByteBuffer.wrap(proof.get().getBytes(StandardCharsets.US_ASCII)), callback);
        return true;
    }
}
