// SPDX-License-Identifier: Apache-2.0
package org.fumibako.testkit;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The transcripts of this module show the format at work. */
class TranscriptRunnerTest {
    @TestFactory
    Stream<DynamicTest> transcripts() {
        Map<String, String> answers = Map.of(
                "LIST", "* 3 EXISTS\r\n* FLAGS (\\Seen)\r\nA OK done\r\n",
                "NEXT", "* OK [UIDNEXT 42] next\r\n",
                "FETCH 42", "* 42 FETCH (BODY[] {5}\r\nhello)\r\n",
                "AUTH PLAIN AHRhcm8A5paH566x", "235 welcome\r\n",
                "aaaaa", "long\r\n",
                "EIGHT \u00e6", "\u00e6\u0096\u0087 \t\r\n");
        return TranscriptRunner.tests(
                "/transcripts", transcript -> new ScriptedServer("hello " + transcript + "\r\n", answers));
    }
}
