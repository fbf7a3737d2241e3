// SPDX-License-Identifier: Apache-2.0
package org.fumibako.fuzz.smtp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.fumibako.fuzz.FuzzTime;
import org.fumibako.smtp.server.wire.MessageText;

/** A message that is taken has no bare CR or LF, and every octet that was sent. */
class MessageTextFuzz {
    @FuzzTest(maxDuration = FuzzTime.A_RUN)
    @DictionaryFile(resourcePath = "/dictionaries/smtp.dict")
    void textWithoutFaultHasOnlyWholeLineEnds(byte[] octets) throws IOException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        MessageText text = new MessageText(kept, Long.MAX_VALUE, false);
        int half = octets.length / 2;
        text.write(octets, 0, half);
        text.write(octets, half, octets.length - half);
        text.finish();
        boolean bare = new String(octets, ISO_8859_1).replace("\r\n", "").matches("(?s).*[\r\n].*");
        if (text.fault().isEmpty()) {
            assertThat(bare).isFalse();
            assertThat(kept.toByteArray()).isEqualTo(octets);
        }
    }
}
