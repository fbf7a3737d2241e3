// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A browser that is signed in.
 *
 * @param current whether it is the one that asks
 * @param address where it signed in
 * @param country ISO 3166-1 alpha-2, where it is known
 * @param client what the browser calls itself
 */
record OpenSession(
        String id,
        boolean current,
        Instant began,
        Instant lastUsed,
        @Nullable String address,
        @Nullable String country,
        String client) {}
