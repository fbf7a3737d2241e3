// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.demo.internet;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet4Address;
import java.util.List;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.RecordData;
import org.fumibako.dns.server.Zone;
import org.fumibako.dns.server.ZoneText;
import org.junit.jupiter.api.Test;

class ProviderZonesTest {
    private final List<Zone> zones = new ProviderZones("sv001.fumibako.test")
            .texts().values().stream().map(ZoneText::parse).toList();

    @Test
    void everyServerHasAnAddressAndTheAddressHasItsName() {
        for (Provider provider : Provider.ALL) {
            for (Host host : provider.hosts()) {
                assertThat(data(DnsName.of(host.name()), RecordData.A.class))
                        .containsExactly(new RecordData.A((Inet4Address) host.address()));
                assertThat(data(DnsName.reverse(host.address()), RecordData.Ptr.class))
                        .containsExactly(new RecordData.Ptr(DnsName.of(host.name())));
            }
        }
    }

    @Test
    void noTwoServersShareAnAddress() {
        assertThat(Provider.ALL.stream().flatMap(provider -> provider.hosts().stream()))
                .extracting(Host::address)
                .doesNotHaveDuplicates();
    }

    @Test
    void serversStandInMxRecordsInTheOrderInWhichTheyAreAsked() {
        assertThat(data(DnsName.of("outlook.test"), RecordData.Mx.class))
                .extracting(mx -> mx.preference() + " " + mx.exchange())
                .containsExactly("10 mx1.outlook.test", "20 mx2.outlook.test");
    }

    @Test
    void whoHasNoServerSaysSoWithANullMx() {
        assertThat(data(DnsName.of("nomail.test"), RecordData.Mx.class))
                .extracting(RecordData.Mx::exchange)
                .containsExactly(DnsName.ROOT);
    }

    private <T extends RecordData> List<T> data(DnsName name, Class<T> shape) {
        return zones.stream()
                .flatMap(zone -> zone.records().stream())
                .filter(record -> record.name().equals(name) && shape.isInstance(record.data()))
                .map(record -> shape.cast(record.data()))
                .toList();
    }
}
