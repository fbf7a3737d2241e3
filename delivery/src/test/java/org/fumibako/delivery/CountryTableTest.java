// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountryTableTest {
    private static final MaxMindFile BOTH = new MaxMindFile(6)
            .with("198.51.100.0/24", Map.of("country_code", "US"))
            .with("2001:db8:1::/48", Map.of("country_code", "JP"));

    @TempDir
    private Path directory;

    private Path file(String name, byte[] octets) throws IOException {
        return Files.write(directory.resolve(name), octets);
    }

    private static Optional<String> country(CountryTable table, String address) {
        return table.of(InetAddress.ofLiteral(address));
    }

    @Test
    void oneFileHasBothFamilies() throws IOException {
        CountryTable table = new CountryTable(List.of(file("both.mmdb", BOTH.octets())));
        assertThat(table.problems()).isEmpty();
        assertThat(country(table, "198.51.100.0")).contains("US");
        assertThat(country(table, "198.51.100.255")).contains("US");
        assertThat(country(table, "198.51.101.0")).isEmpty();
        assertThat(country(table, "2001:db8:1::1")).contains("JP");
        assertThat(country(table, "2001:db8:2::1")).isEmpty();
        assertThat(country(table, "::ffff:198.51.100.7")).contains("US");
    }

    @Test
    void eachFamilyHasAFileOfItsOwn() throws IOException {
        byte[] four = new MaxMindFile(4)
                .with("198.51.100.0/24", Map.of("country_code", "US"))
                .octets();
        byte[] six = new MaxMindFile(6)
                .with("2001:db8:1::/48", Map.of("country_code", "JP"))
                .octets();
        CountryTable table = new CountryTable(List.of(file("4.mmdb", four), file("6.mmdb", six)));
        assertThat(country(table, "198.51.100.7")).contains("US");
        assertThat(country(table, "2001:db8:1::1")).contains("JP");
    }

    @Test
    void recordsAreReadAsMaxMindWritesThem() throws IOException {
        byte[] octets = new MaxMindFile(4)
                .with("198.51.100.0/25", Map.of("country", Map.of("iso_code", "FR"), "continent", Map.of("code", "EU")))
                .with("198.51.100.128/25", Map.of("continent", Map.of("code", "EU")))
                .octets();
        CountryTable table = new CountryTable(List.of(file("maxmind.mmdb", octets)));
        assertThat(country(table, "198.51.100.7")).contains("FR");
        assertThat(country(table, "198.51.100.200")).isEmpty();
    }

    @Test
    void whatIsNoCountryIsUnknown() throws IOException {
        byte[] octets = new MaxMindFile(4)
                .with("198.51.100.0/24", Map.of("country_code", "None"))
                .octets();
        assertThat(country(new CountryTable(List.of(file("none.mmdb", octets))), "198.51.100.7"))
                .isEmpty();
    }

    @Test
    void withoutAFileEveryCountryIsUnknown() {
        CountryTable table = new CountryTable(List.of());
        assertThat(table.isEmpty()).isTrue();
        assertThat(table.problems()).isEmpty();
        assertThat(country(table, "198.51.100.7")).isEmpty();
    }

    @Test
    void aFileThatIsMissingOrSomethingElseIsNamedAndTheOthersAreUsed() throws IOException {
        byte[] whole = BOTH.octets();
        Path missing = directory.resolve("missing.mmdb");
        Path text = file("text.mmdb", "<html>not found</html>".getBytes(StandardCharsets.US_ASCII));
        Path empty = file("empty.mmdb", new byte[0]);
        Path cut = file("cut.mmdb", Arrays.copyOf(whole, whole.length - 20));
        CountryTable table = new CountryTable(List.of(missing, text, empty, cut, file("both.mmdb", whole)));
        assertThat(table.problems()).hasSize(4);
        assertThat(table.problems().getFirst()).startsWith("the country data " + missing + " cannot be read: ");
        assertThat(table.problems().subList(1, 4)).allMatch(problem -> problem.contains("is not a MaxMind DB file"));
        assertThat(table.isEmpty()).isFalse();
        assertThat(country(table, "198.51.100.7")).contains("US");
    }

    @Test
    void damageInsideAFileIsAnUnknownOrAWrongCountryAndNoFailure() throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        byte[] whole = BOTH.octets();
        for (int round = 0; round < 500; round++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            CountryTable table = new CountryTable(List.of(file("damaged.mmdb", damaged)));
            assertThat(country(table, "198.51.100.7").orElse("ZZ"))
                    .as("seed %d round %d", seed, round)
                    .matches("[A-Z]{2}");
            assertThat(country(table, "2001:db8:1::1").orElse("ZZ")).matches("[A-Z]{2}");
        }
    }
}
