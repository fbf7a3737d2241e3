// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZoneTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    www 60 CNAME a.example.jp.#www 60 A 192.0.2.1              | an alias beside other records
                    @ 60 CNAME a.example.jp.                                   | an alias beside other records
                    www 60 CNAME a.example.jp.#www 60 CNAME b.example.jp.      | too many
                    www 60 A 192.0.2.1#www 60 A 192.0.2.1                      | twice
                    www 60 A 192.0.2.1#www 61 A 192.0.2.2                      | several TTLs
                    @ 60 SOA a. b. 1 1 1 1 1                                   | too many
                    www 60 SOA a. b. 1 1 1 1 1                                 | below the apex
                    """)
    void whatCannotBeServedIsRefused(String lines, String complaint) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Zones.simple("example.jp", 1, lines.replace('#', '\n')))
                .withMessageContaining(complaint);
    }

    @Test
    void aZoneBeginsWithItsSoaAndNamesItsServers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Zones.of("example.jp", "@ 60 NS ns1.example.jp."))
                .withMessageContaining("no SOA");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Zones.of("example.jp", "@ 60 SOA a. b. 1 1 1 1 1"))
                .withMessageContaining("no name servers");
        assertThat(Zones.simple("example.jp", 4294967295L, "").serial()).isEqualTo(4294967295L);
    }

    @Test
    void aSetHasAtMost200Records() {
        assertThat(Zones.simple("example.jp", 1, addresses(199)).records()).hasSize(202);
        assertThat(Zones.simple("example.jp", 1, addresses(200)).records()).hasSize(203);
        assertThatIllegalArgumentException().isThrownBy(() -> Zones.simple("example.jp", 1, addresses(201)));
    }

    @Test
    void aRecordHasAtMost16384Octets() {
        int strings = Zone.MAX_DATA / 256;
        String most = "\"" + "x".repeat(255) + "\" ";
        assertThat(Zones.simple("example.jp", 1, "t 60 TXT " + most.repeat(strings))
                        .records())
                .hasSize(4);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Zones.simple("example.jp", 1, "t 60 TXT " + most.repeat(strings) + "\"\""))
                .withMessageContaining("longer than");
    }

    private static String addresses(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "www 60 A 198.51.100." + i)
                .collect(Collectors.joining("\n"));
    }
}
