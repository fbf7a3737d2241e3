// SPDX-License-Identifier: Apache-2.0
package org.fumibako.fuzz.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import org.fumibako.fuzz.FuzzTime;
import org.fumibako.model.SmtpReply;
import org.fumibako.net.BoundedReader;
import org.fumibako.smtp.client.wire.Capabilities;
import org.fumibako.smtp.client.wire.ReplyReader;
import org.fumibako.smtp.client.wire.ReplySyntaxException;

/** Any octets of a server are a reply that people may read, or none. */
class ReplyReaderFuzz {
    @FuzzTest(maxDuration = FuzzTime.A_RUN)
    @DictionaryFile(resourcePath = "/dictionaries/smtp.dict")
    void anyOctetsAreAReplyThatPeopleMayReadOrNone(byte[] octets) throws IOException {
        ReplyReader replies = new ReplyReader(new BoundedReader(new ByteArrayInputStream(octets)), _ -> {});
        try {
            while (true) {
                SmtpReply reply = replies.read(Duration.ofMinutes(1));
                assertThat(reply.code()).isBetween(200, 599);
                assertThat(reply.text()).matches("[\\n -~]*").hasSizeLessThanOrEqualTo(ReplyReader.MAX_TEXT);
                reply.status()
                        .ifPresent(status -> assertThat(status.statusClass()).isEqualTo(reply.code() / 100));
                assertThat(Capabilities.of(reply).mechanisms()).doesNotContain("");
            }
        } catch (EOFException | ReplySyntaxException over) {
            assertThat(over).hasMessageMatching("[ -~]*");
        }
    }
}
