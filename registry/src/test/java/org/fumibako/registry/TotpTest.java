// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6238 appendix B, of which six digits are ours. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void codesAreThoseOfTheStandard(long seconds, String code) {
        assertThat(Totp.code(SECRET, seconds / 30)).isEqualTo(code);
        Instant now = Instant.ofEpochSecond(seconds);
        assertThat(Totp.step(SECRET, code, now)).hasValue(seconds / 30);
        assertThat(Totp.step(SECRET, code.substring(0, 3) + " " + code.substring(3), now.plusSeconds(30)))
                .hasValue(seconds / 30);
        assertThat(Totp.step(SECRET, code, now.plusSeconds(60))).isEmpty();
        assertThat(Totp.step(SECRET, "", now)).isEmpty();
    }

    @Test
    void base32IsReadAsItIsWritten() {
        assertThat(Totp.base32(SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        Random random = new Random(7);
        for (int length = 0; length < 40; length++) {
            byte[] octets = new byte[length];
            random.nextBytes(octets);
            assertThat(Totp.octets(Totp.base32(octets))).isEqualTo(octets);
        }
    }
}
