// SPDX-License-Identifier: Apache-2.0
package org.fumibako.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A transcript that does not fit must fail, and say why. */
class TranscriptFailureTest {
    private static final Map<String, String> ANSWERS =
            Map.of("NOOP", "* 1\r\n* 2\r\nOK\r\n", "BARE", "no carriage return\n", "HALF", "OK\r\n");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "S: goodbye",
                "S: hell",
                "S: hello there",
                "S: {{\\d+}}",
                "S: hello\nCLOSED\n",
                "S: hello\nC: QUIT\nS: OK",
                "S: hello\nC: QUIT\nS:...\nS: OK",
                "S: hello\nC: BARE\nS: no carriage return",
                "S: hello\nC: NOOP\nS:(\nS: * 1\nS: * 3\nS:)",
                "S: hello\nC: NOOP\nS:(\nS: * 1\nS: * 1\nS:)",
                "S: {{h=.*}}\nC: NOOP\nS: {{$h}}",
                "S: hello\nC: {{$unknown}}",
                "S: hello\nC: {{*}}",
                "S: hello\nC: \\q",
                "S: hello\nSTARTTLS",
                "CONNECT 1 TLS",
            })
    void whatDoesNotFitFails(String transcript) {
        assertThatExceptionOfType(Throwable.class).isThrownBy(() -> run(transcript));
    }

    @Test
    void theFailureShowsLineExpectationAndDialogue() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> run("# c\nS: hello\nC: NOOP\nS: * 1\nS: * {{[3-9]}}\n"))
                .satisfies(e -> assertThat(e.getMessage()).isEqualTo("""
                                line 5:
                                  expected: * {{[3-9]}}
                                  received: * 2

                                The dialogue so far:
                                  S: hello
                                  C: NOOP
                                  S: * 1
                                  S: * 2"""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"X: hello", "C10: NOOP", "S:(\nS: a", "S:...", "S:...\nC: NOOP", "CONNECT x", "WAIT"})
    void whatIsNotATranscriptIsRefused(String transcript) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TranscriptParser.parse(transcript))
                .withMessageStartingWith("line ");
    }

    @Test
    void aFolderWithoutTranscriptsIsAnError() {
        assertThatIllegalArgumentException().isThrownBy(() -> TranscriptRunner.tests("/nowhere", 1));
    }

    private static void run(String transcript) throws IOException {
        try (ScriptedServer server = new ScriptedServer("hello\r\n", ANSWERS);
                Dialogue dialogue = new Dialogue(server)) {
            dialogue.run(TranscriptParser.parse(transcript));
        }
    }
}
