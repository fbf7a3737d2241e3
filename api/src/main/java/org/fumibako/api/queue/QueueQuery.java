// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.queue;

import org.jspecify.annotations.Nullable;

/** Which mail: of one account, of a domain's accounts, or to one destination; {@code limit} 1 to 500, 100 when it is missing. */
record QueueQuery(
        @Nullable String account,
        @Nullable String domain,
        @Nullable String to,
        @Nullable Integer limit) {}
