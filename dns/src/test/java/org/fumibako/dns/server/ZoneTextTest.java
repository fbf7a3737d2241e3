// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.fumibako.dns.DnsName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZoneTextTest {
    private static final String TOP = """
            ; a small zone
            example.jp.      3600 IN SOA ns1.example.jp. host.example.jp. 7 7200 900 1209600 300

            example.jp.      3600    NS  ns1.example.jp.
            """;

    @Test
    void aRecordIsALine() {
        Zone zone = ZoneText.parse(TOP + "WWW.example.jp. 60 in txt \"60 in txt\"");
        assertThat(zone.apex()).isEqualTo(DnsName.of("example.jp"));
        assertThat(zone).isEqualTo(Zones.of("example.jp", """
                @ 3600 SOA ns1.example.jp. host.example.jp. 7 7200 900 1209600 300
                @ 3600 NS ns1.example.jp.
                www 60 TXT "60 in txt\""""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    www.example.jp. A 192.0.2.1             | line 5: not NAME TTL TYPE DATA
                    www.example.jp. 60 A                    | line 5: not NAME TTL TYPE DATA
                    www.example.jp. 60 IN A                 | line 5:
                    www.example.jp. 60 HINFO a b            | line 5: no record type
                    www.example.jp. 60 A 192.0.2            | line 5: not an IPv4 address
                    www.example.jp. 4294967295 A 192.0.2.1  | line 5: www.example.jp: no TTL
                    www.example.net. 60 A 192.0.2.1         | not in the zone
                    """)
    void whatIsWrongIsSaid(String line, String complaint) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ZoneText.parse(TOP + line))
                .withMessageContaining(complaint);
    }

    @Test
    void whatIsFormattedIsReadAgain() {
        List<ZoneRecord> records = ZoneText.records(TOP + """
                www.example.jp. 60 TXT "a \\"b\\"" "\\001"
                *.example.jp. 60 MX 0 .
                a.example.jp. 60 SRV 1 2 3 b.example.jp.""");
        assertThat(records).hasSize(5);
        assertThat(ZoneText.records(ZoneText.format(records))).isEqualTo(records);
    }

    @Test
    void aZoneHasAnSoa() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ZoneText.parse("example.jp. 60 NS ns1.example.jp."))
                .withMessageContaining("SOA");
    }
}
