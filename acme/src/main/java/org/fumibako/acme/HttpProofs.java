// SPDX-License-Identifier: Apache-2.0
package org.fumibako.acme;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What the web server answers to {@code /.well-known/acme-challenge/TOKEN} while names are proven to be ours (RFC 8555 §8.3). */
public final class HttpProofs {
    private final Map<String, String> authorizations = new ConcurrentHashMap<>();

    /** The key authorization of a token that is being asked for. */
    public Optional<String> answer(String token) {
        return Optional.ofNullable(authorizations.get(token));
    }

    void publish(String token, String authorization) {
        authorizations.put(token, authorization);
    }

    void withdraw(String token) {
        authorizations.remove(token);
    }
}
