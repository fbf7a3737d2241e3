// SPDX-License-Identifier: Apache-2.0
package org.fumibako.fuzz.pop3;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.fumibako.fuzz.FuzzTime;
import org.fumibako.pop3.wire.DotStuffer;

/** Any message is sent as RFC 1939 §3 says, and TOP sends a beginning of it. */
class DotStufferFuzz {
    private static final String END = ".\r\n";

    @FuzzTest(maxDuration = FuzzTime.A_RUN)
    void anyMessageIsSentAsTheStandardSays(byte[] message) throws IOException {
        String lines = new String(message, ISO_8859_1).replace("\r\n", "\n").replace("\n", "\r\n");
        if (!lines.isEmpty() && !lines.endsWith("\r\n")) {
            lines += lines.endsWith("\r") ? "\n" : "\r\n";
        }
        String expected = ("\r\n" + lines).replace("\r\n.", "\r\n..").substring(2) + END;
        assertThat(sent(message, Long.MAX_VALUE)).isEqualTo(expected);
        String head = sent(message, message.length % 5);
        assertThat(head).endsWith(END);
        assertThat(expected).startsWith(head.substring(0, head.length() - END.length()));
    }

    private static String sent(byte[] message, long lines) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DotStuffer(out).top(new ByteArrayInputStream(message), lines);
        return out.toString(ISO_8859_1);
    }
}
