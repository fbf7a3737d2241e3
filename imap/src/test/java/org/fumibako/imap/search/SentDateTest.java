// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentDateTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Wed, 25 Nov 2026 23:30:00 -0800",
                "25 Nov 26 04:22 UT",
                "Wed, 25 November 2026",
                "25-Nov-2026 01:02:03"
            })
    void dayIsTakenAsTheSenderWroteIt(String field) {
        assertThat(SentDate.parse(field)).contains(LocalDate.of(2026, 11, 25));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "31 Feb 2026", "99 Nov 2026 00:00:00 +0000"})
    void whatIsNoDayIsNone(String field) {
        assertThat(SentDate.parse(field)).isEmpty();
    }
}
