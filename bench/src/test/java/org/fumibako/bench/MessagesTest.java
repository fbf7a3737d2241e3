// SPDX-License-Identifier: Apache-2.0
package org.fumibako.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MessagesTest {

    @ParameterizedTest
    @ValueSource(ints = {1024, 1025, 1026, 4095, 4096})
    void aMessageHasTheSizeAskedForAndOnlyWholeLines(int size) {
        String text = new String(Messages.ofSize(size).octets(), US_ASCII);

        assertThat(text).hasSize(size).endsWith("\r\n");
        assertThat(text.replace("\r\n", "")).doesNotContain("\r", "\n");
        assertThat(text.split("\r\n", -1)).noneMatch(line -> line.startsWith(".") || line.length() > 998);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 7, 1_234_567_890L})
    void theNumberIsWrittenIntoMessageIdAndSubject(long number) {
        String text = new String(Messages.ofSize(1024).numbered(number), US_ASCII);

        assertThat(text)
                .contains("Message-ID: <%010d.load@elsewhere.test>".formatted(number))
                .contains("Subject: Report number %010d of the day".formatted(number));
    }
}
