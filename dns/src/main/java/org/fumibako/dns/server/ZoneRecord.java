// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.server;

import java.time.Duration;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.RecordData;

/** A record of a zone. The TTL is in whole seconds. */
public record ZoneRecord(DnsName name, Duration ttl, RecordData data) {
    /** The longest TTL there is (RFC 2181 §8). */
    private static final long MAX_TTL = Integer.MAX_VALUE;

    public ZoneRecord {
        if (ttl.isNegative() || ttl.toSeconds() > MAX_TTL || !ttl.equals(Duration.ofSeconds(ttl.toSeconds()))) {
            throw new IllegalArgumentException(name + ": no TTL: " + ttl);
        }
    }
}
