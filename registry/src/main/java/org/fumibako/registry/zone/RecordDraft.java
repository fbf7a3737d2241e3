// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.zone;

import java.time.Duration;
import java.util.Optional;

/**
 * A record as a person enters it (ホスト名, 種別, 内容, TTL, 優先度).
 *
 * @param name below the domain, or complete; {@code @} or nothing is the domain itself; Unicode is welcome
 * @param type in any case
 * @param content as in zone files, but a text needs no quotation marks and may have any length; the priority of an MX or SRV may
 *     stand before it
 * @param ttl empty: as the others of that name and type, or an hour
 * @param priority of an MX or SRV, if it is not in the content
 */
public record RecordDraft(String name, String type, String content, Optional<Duration> ttl, int priority) {
    public static RecordDraft of(String name, String type, String content) {
        return new RecordDraft(name, type, content, Optional.empty(), 0);
    }
}
