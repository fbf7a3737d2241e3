// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.trace;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which messages.
 *
 * @param q a part of subject, sender, recipient or Message-ID; everything when it is missing
 * @param account of a domain's accounts this one
 * @param since messages that came from then on
 * @param before {@code next} of the page before
 * @param limit the latest, 1 to 100, 30 when it is missing
 */
record TraceRequest(
        @Nullable String q,
        @Nullable String account,
        @Nullable Instant since,
        @Nullable Long before,
        @Nullable Integer limit) {}
