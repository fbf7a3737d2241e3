// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailDateTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Wed, 25 Nov 2026 13:00:01 +0900        | 2026-11-25T13:00:01+09:00
            Wed, 25 Nov 2026 13:00:01 +0900 (JST)  | 2026-11-25T13:00:01+09:00
            25 Nov 2026 13:00 -0330                | 2026-11-25T13:00:00-03:30
            Wed,25 Nov 2026 13:00:01+0900          | 2026-11-25T13:00:01+09:00
            Fri, 21 Nov 97 09:55:06 -0600          | 1997-11-21T09:55:06-06:00
            Fri, 21 Nov 26 09:55:06 GMT            | 2026-11-21T09:55:06Z
            Fri, 21 Nov 126 09:55:06 GMT           | 2026-11-21T09:55:06Z
            Fri, 21 Nov 2026 09:55:06 PST          | 2026-11-21T09:55:06-08:00
            Fri, 21 Nov 2026 09:55:06 EDT          | 2026-11-21T09:55:06-04:00
            Fri, 21 Nov 2026 09:55:06 JST          | 2026-11-21T09:55:06+09:00
            Fri, 21 Nov 2026 09:55:06 Q            | 2026-11-21T09:55:06Z
            Fri, 21 Nov 2026 09:55:06 GMT+0900     | 2026-11-21T09:55:06+09:00
            Fri, 21 Nov 2026 09:55:06 -0000        | 2026-11-21T09:55:06Z
            Fri, 21 Nov 2026 09:55:06              | 2026-11-21T09:55:06Z
            Fri, 21 Nov 2026                       | 2026-11-21T00:00:00Z
            Fri, 21-Nov-2026 09:55:06 +0000        | 2026-11-21T09:55:06Z
            Fri Nov 21 09:55:06 2026               | 2026-11-21T09:55:06Z
            Fri Nov  1 09:55:06 JST 2026           | 2026-11-01T09:55:06+09:00
            Friday, 21 November 2026 09:55:06 UT   | 2026-11-21T09:55:06Z
            2026-11-21T09:55:06+09:00              | 2026-11-21T09:55:06+09:00
            2026-11-21 09:55:06                    | 2026-11-21T09:55:06Z
            Fri (x), 21 (y) Nov 2026 (z) 09:55:60 +0000 | 2026-11-21T09:55:59Z
            Sat, 29 Feb 2020 23:59:59 +9999        | 2020-02-29T23:59:59Z
            """)
    void datesAreReadAsMailHasThem(String value, OffsetDateTime expected) {
        assertThat(MailDate.parse(value)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "Fri",
                "21 Nov",
                "32 Nov 2026",
                "29 Feb 2026 00:00:00 +0000",
                "1 Nov 2026 25:00:00",
                "(((((((",
                ":",
                "1:",
                "-",
                "--",
                "+",
                "999999999 Nov 2026",
                "1 Nov 2026 1:-1:1:"
            })
    void whatIsNoDateIsEmptyOrIgnored(String value) {
        assertThat(MailDate.parse(value).map(OffsetDateTime::getYear).filter(year -> year != 2026))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "21 Nov", "32 Nov 2026", "29 Feb 2026 00:00:00 +0000", "1 Nov 2026 25:00:00"})
    void aDayThatDoesNotExistIsNoDate(String value) {
        assertThat(MailDate.parse(value)).isEmpty();
    }
}
