// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.zone;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.fumibako.dns.DnsName;

/**
 * Whom the world asks about a domain (requirement A7).
 *
 * @param servers by name; empty unless there are some
 * @param since when it was first seen so
 * @param checked when it was last seen so
 */
public record NameServerState(Standing standing, List<DnsName> servers, Instant since, Instant checked) {
    /** How long caches may still send some to other servers after a change. */
    public static final Duration SETTLING = Duration.ofHours(24);

    /** Whose they are. */
    public enum Standing {
        OURS,
        /** Some are ours; the others may answer differently. */
        PARTLY_OURS,
        ELSEWHERE,
        /** The domain does not exist in DNS, or has no name servers. */
        NOT_DELEGATED
    }

    public NameServerState {
        servers = List.copyOf(servers);
    }

    /** Whether a change is so fresh that not everybody may have seen it. */
    public boolean isSettling(Instant now) {
        return now.isBefore(since.plus(SETTLING));
    }

    boolean isSame(NameServerState other) {
        return standing == other.standing && servers.equals(other.servers);
    }
}
