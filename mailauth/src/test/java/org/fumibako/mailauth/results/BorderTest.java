// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.fumibako.model.Content;
import org.fumibako.model.DomainName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BorderTest {
    private static final String REST = "From: a@b.test\r\n\r\nAuthentication-Results: us.test; spf=pass\r\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authentication-Results: us.test; dkim=pass\r\n",
                "authentication-RESULTS : US.Test; dkim=pass\r\n",
                "Authentication-Results:us.test\r\n",
                "Authentication-Results:\r\n us.test;\r\n dkim=pass\r\n",
                "Authentication-Results: us.test 1; dkim=pass\r\n",
                "Authentication-Results: (a; b) us.test; dkim=pass\r\n",
                "Authentication-Results: \"us.test\"; dkim=pass\r\n",
                "Authentication-Results: \"us\\.test\"; dkim=pass\r\n",
                "Authentication-Results: us(x).(y)test; dkim=pass\r\n",
                "Authentication-Results: us.test(;) ; dkim=pass\r\n",
                "Authentication-Results: x.us.test; dkim=pass\r\n"
            })
    void whatSpeaksInOurNameIsTakenAway(String field) throws IOException {
        assertThat(clean(field + REST)).isEqualTo(REST);
        assertThat(clean("To: c@d.test\r\n" + field + field + REST)).isEqualTo("To: c@d.test\r\n" + REST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authentication-Results: them.test; dkim=pass header.d=us.test\r\n",
                "X-Authentication-Results: us.test; dkim=pass\r\n",
                "ARC-Authentication-Results: i=1; us.test; dkim=pass\r\n",
                "Subject: Authentication-Results: us.test\r\n"
            })
    void whatOthersSayStays(String field) throws IOException {
        Content message = content(field + REST);
        assertThat(new Border(DomainName.of("us.test")).clean(message)).isSameAs(message);
    }

    @Test
    void aMessageThatIsOnlyHeaderIsCleanedToo() throws IOException {
        assertThat(clean("Authentication-Results: us.test; none")).isEmpty();
        assertThat(clean("")).isEmpty();
    }

    @Test
    void everyRangeOfTheViewIsThatOfTheWhole() throws IOException {
        String field = "Authentication-Results: us.test; dkim=pass\r\n";
        Content cleaned = new Border(DomainName.of("us.test"))
                .clean(content("To: x@y.test\r\n" + field + "Cc: z@y.test\r\n" + field + REST));
        byte[] whole = cleaned.bytes();
        assertThat(cleaned.size()).isEqualTo(whole.length);
        long seed = new SplittableRandom().nextLong();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 500; i++) {
            int from = random.nextInt(whole.length + 5);
            int length = random.nextInt(whole.length + 5);
            String expected = new String(whole, StandardCharsets.US_ASCII)
                    .substring(Math.min(from, whole.length), Math.min(from + length, whole.length));
            try (var in = cleaned.open(from, length)) {
                assertThat(new String(in.readAllBytes(), StandardCharsets.US_ASCII))
                        .as("seed %s", seed)
                        .isEqualTo(expected);
            }
        }
    }

    private static String clean(String message) throws IOException {
        return new String(
                new Border(DomainName.of("us.test")).clean(content(message)).bytes(), StandardCharsets.US_ASCII);
    }

    private static Content content(String text) {
        return Content.of(text.getBytes(StandardCharsets.US_ASCII));
    }
}
