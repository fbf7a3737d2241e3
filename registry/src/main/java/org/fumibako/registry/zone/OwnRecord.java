// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.zone;

import java.time.Duration;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.RecordData;
import org.fumibako.dns.server.ZoneRecord;

/**
 * A record that a customer wrote.
 *
 * @param id by which it is changed and deleted; a record that comes back by undoing gets another
 */
public record OwnRecord(long id, ZoneRecord record) {
    public DnsName name() {
        return record.name();
    }

    public Duration ttl() {
        return record.ttl();
    }

    public RecordData data() {
        return record.data();
    }
}
