// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.secrets;

import java.time.Instant;
import java.util.List;
import org.fumibako.registry.ApiToken;
import org.fumibako.registry.TokenScope;
import org.jspecify.annotations.Nullable;

/**
 * A token that one program has for the API.
 *
 * @param lastUse null when it was never used
 */
record TokenView(
        long id,
        String name,
        List<TokenScope> scopes,
        Instant created,
        @Nullable TokenUseView lastUse) {
    /** @param address where; empty when that is not known */
    record TokenUseView(Instant at, String address) {}

    static TokenView of(ApiToken token) {
        return new TokenView(
                token.id(),
                token.name(),
                token.scopes().stream().sorted().toList(),
                token.created(),
                token.lastUse()
                        .map(use -> new TokenUseView(use.at(), use.peer()))
                        .orElse(null));
    }
}
