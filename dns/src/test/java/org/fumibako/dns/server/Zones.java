// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.RecordText;
import org.fumibako.dns.RecordType;

/** Zones as tests write them: lines of name (below the apex, or {@code @}), TTL, type and data. */
final class Zones {
    private Zones() {}

    static Zone of(String apex, String lines) {
        DnsName top = DnsName.of(apex);
        List<ZoneRecord> records = new ArrayList<>();
        for (String line : lines.lines().toList()) {
            String[] words = line.strip().split("\\s+", 4);
            DnsName name = words[0].equals("@") ? top : top.prepend(words[0]);
            records.add(new ZoneRecord(
                    name,
                    Duration.ofSeconds(Long.parseLong(words[1])),
                    RecordText.parse(RecordType.valueOf(words[2]), words[3])));
        }
        return new Zone(top, records);
    }

    /** SOA and name server, and what else is given. */
    static Zone simple(String apex, long serial, String lines) {
        return of(apex, """
                @ 3600 SOA ns1.%1$s. host.%1$s. %2$d 7200 900 1209600 300
                @ 3600 NS ns1.%1$s.
                ns1 3600 A 192.0.2.53
                """.formatted(apex, serial) + lines);
    }
}
