// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.server.MemoryZones;
import org.fumibako.dns.server.Zone;
import org.fumibako.dns.server.ZoneSource;
import org.fumibako.dns.server.ZoneText;
import org.junit.jupiter.api.Test;

class ZoneSourcesTest {
    private final List<String> told = new ArrayList<>();

    @Test
    void whatIsInAFileGoesBeforeWhatIsAutomatic() {
        MemoryZones files = new MemoryZones(zone("a.example", 5));
        MemoryZones customers = new MemoryZones(zone("a.example", 9), zone("b.example", 9));
        ZoneSources both = new ZoneSources(files, customers);
        both.onChange(new Listening());
        assertThat(both.zones()).containsExactlyInAnyOrder(zone("a.example", 5), zone("b.example", 9));

        customers.replace(zone("a.example", 10));
        customers.replace(zone("b.example", 10));
        files.replace(zone("a.example", 6));
        assertThat(told).containsExactly("b.example 10", "a.example 6");
    }

    @Test
    void whatAFileHidIsServedWhenTheFileIsGone() {
        MemoryZones files = new MemoryZones(zone("a.example", 5));
        MemoryZones customers = new MemoryZones(zone("a.example", 9));
        ZoneSources both = new ZoneSources(files, customers);
        both.onChange(new Listening());
        assertThat(both.zones()).hasSize(1);

        files.remove(DnsName.of("a.example"));
        customers.remove(DnsName.of("a.example"));
        assertThat(told).containsExactly("a.example gone", "a.example 9", "a.example gone");
    }

    private final class Listening implements ZoneSource.Listener {
        @Override
        public void replaced(Zone zone) {
            told.add(zone.apex() + " " + zone.serial());
        }

        @Override
        public void removed(DnsName apex) {
            told.add(apex + " gone");
        }
    }

    private static Zone zone(String apex, long serial) {
        return ZoneText.parse(
                apex + ". 60 SOA ns.example. host.example. " + serial + " 1 1 1 1\n" + apex + ". 60 NS ns.example.\n");
    }
}
