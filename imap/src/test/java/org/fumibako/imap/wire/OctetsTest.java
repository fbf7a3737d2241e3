// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.fumibako.model.Flags;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OctetsTest {
    @ParameterizedTest
    @ValueSource(longs = {0, 9, 10, 99, 100, 4_294_967_295L, Long.MAX_VALUE})
    void numbersAreDecimal(long number) {
        assertThat(new Octets(1).number(number)).hasToString(Long.toString(number));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "1996-07-17T02:44:25Z, '\"17-Jul-1996 02:44:25 +0000\"'",
                "2026-12-01T23:59:59.999Z, '\" 1-Dec-2026 23:59:59 +0000\"'",
                "1969-12-31T23:59:58Z, '\"31-Dec-1969 23:59:58 +0000\"'",
                "2024-02-29T00:00:00Z, '\"29-Feb-2024 00:00:00 +0000\"'"
            })
    void dateTimeHasTwoPlacesForTheDay(Instant time, String expected) {
        Octets out = new Octets(4);

        new DateTimeWriter().write(time.toEpochMilli(), out);

        assertThat(out).hasToString(expected);
    }

    @Test
    void dateTimeFollowsEachMessageToItsOwnDay() {
        DateTimeWriter writer = new DateTimeWriter();
        Octets out = new Octets(4);

        writer.write(86_400_000L - 1000, out);
        writer.write(86_400_000L, out);

        assertThat(out).hasToString("\" 1-Jan-1970 23:59:59 +0000\"\" 2-Jan-1970 00:00:00 +0000\"");
    }

    @Test
    void flagsAreNamedAsTheModelNamesThem() {
        for (int mask = 0; mask < 32; mask++) {
            for (List<String> keywords : List.of(List.<String>of(), List.of("$junk"), List.of("$junk", "work"))) {
                Flags flags = new Flags(mask, keywords);
                Octets out = new Octets(4);
                FlagOctets.write(flags, out);
                assertThat(out).hasToString(flags.toString());
            }
        }
    }
}
