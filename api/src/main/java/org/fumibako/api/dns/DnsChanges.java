// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.dns;

import java.time.Instant;
import java.util.List;
import org.fumibako.registry.zone.ZoneChange;

/** Changes of a zone. */
record DnsChanges(List<DnsChange> changes) {
    /** One; {@code what} is a sentence of the DNS's own words. */
    record DnsChange(Instant at, String who, String what, boolean undone) {}

    static DnsChanges of(List<ZoneChange> changes) {
        return new DnsChanges(changes.stream()
                .map(change -> new DnsChange(change.at(), change.who(), change.what(), change.undone()))
                .toList());
    }
}
