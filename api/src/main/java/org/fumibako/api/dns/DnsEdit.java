// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.dns;

import java.time.Duration;
import java.util.Optional;
import org.fumibako.registry.zone.RecordDraft;
import org.jspecify.annotations.Nullable;

/** A record as a person enters it; {@code ttlSeconds} is an hour, or that of its name and type, when it is missing. */
record DnsEdit(
        String name,
        String type,
        String content,
        @Nullable Long ttlSeconds,
        @Nullable Integer priority) {
    RecordDraft draft() {
        return new RecordDraft(
                name,
                type,
                content,
                Optional.ofNullable(ttlSeconds).map(Duration::ofSeconds),
                priority == null ? 0 : priority);
    }
}
