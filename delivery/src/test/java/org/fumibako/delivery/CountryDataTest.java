// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The country data that comes with the build. */
class CountryDataTest {
    private static final Path DATA = Path.of("../app/target/dist/iptoasn-country.mmdb");

    @BeforeEach
    void wherePresent() {
        assumeTrue(Files.exists(DATA), "there is no country data; ./fumibako build fetches it with npm");
    }

    @ParameterizedTest
    @CsvSource({
        "203.180.0.1, JP",
        "202.216.0.1, JP",
        "133.11.0.1, JP",
        "210.130.0.1, JP",
        "126.0.0.1, JP",
        "2001:200::1, JP",
        "2001:268::1, JP",
        "2400:4050::1, JP",
        "8.8.8.8, US",
        "17.0.0.1, US",
        "2001:4860:4860::8888, US"
    })
    void knownNetworksAreInTheirCountries(String address, String country) {
        assertThat(new CountryTable(List.of(DATA)).of(InetAddress.ofLiteral(address)))
                .contains(country);
    }

    @ParameterizedTest
    @CsvSource({"192.0.2.1", "198.51.100.1", "203.0.113.1", "10.0.0.1", "127.0.0.1", "2001:db8::1", "::1", "fd00::1"})
    void networksOfNobodyAreInNoCountry(String address) {
        assertThat(new CountryTable(List.of(DATA)).of(InetAddress.ofLiteral(address)))
                .isEmpty();
    }

    @Test
    void theFileIsWhole() {
        CountryTable table = new CountryTable(List.of(DATA));
        assertThat(table.problems()).isEmpty();
        assertThat(table.isEmpty()).isFalse();
    }
}
