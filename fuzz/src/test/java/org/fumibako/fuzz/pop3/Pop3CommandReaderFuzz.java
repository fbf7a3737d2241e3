// SPDX-License-Identifier: Apache-2.0
package org.fumibako.fuzz.pop3;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.fumibako.fuzz.FuzzTime;
import org.fumibako.pop3.wire.Pop3Command;
import org.fumibako.pop3.wire.Pop3CommandReader;
import org.fumibako.pop3.wire.Pop3SyntaxException;

/** Any octets are a command or a refusal; no number is negative, and no control character gets past the reader. */
class Pop3CommandReaderFuzz {
    @FuzzTest(maxDuration = FuzzTime.A_RUN)
    @DictionaryFile(resourcePath = "/dictionaries/pop3.dict")
    void anyOctetsAreACommandOrARefusal(byte[] line) {
        try {
            Pop3Command command = Pop3CommandReader.read(line);
            assertThat(command.toString()).doesNotMatch("(?s).*[\\x00-\\x1f\\x7f].*");
            if (command instanceof Pop3Command.Pass pass) {
                assertThat(line).endsWith(pass.password());
                assertThat(pass.password()).isNotEmpty();
            } else if (command instanceof Pop3Command.Top top) {
                assertThat(top.number()).isNotNegative();
                assertThat(top.lines()).isNotNegative();
            } else if (command instanceof Pop3Command.Auth auth
                    && auth.initial().isPresent()) {
                assertThat(auth.mechanism()).isPresent();
            }
        } catch (Pop3SyntaxException refused) {
            assertThat(refused.text()).isNotBlank();
        }
    }
}
