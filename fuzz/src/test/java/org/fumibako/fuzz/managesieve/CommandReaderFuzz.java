// SPDX-License-Identifier: Apache-2.0
package org.fumibako.fuzz.managesieve;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.fumibako.fuzz.FuzzTime;
import org.fumibako.managesieve.wire.Command;
import org.fumibako.managesieve.wire.CommandReader;
import org.fumibako.managesieve.wire.CommandSyntaxException;
import org.fumibako.net.BoundedReader;

/** Any octets are commands and refusals, until they end or nobody could tell where the next command begins. */
class CommandReaderFuzz {
    @FuzzTest(maxDuration = FuzzTime.A_RUN)
    void anyOctetsAreCommandsOrRefusals(byte[] octets) {
        CommandReader reader = new CommandReader(new BoundedReader(new ByteArrayInputStream(octets)));
        boolean more = true;
        while (more) {
            more = readsOne(reader);
        }
    }

    private static boolean readsOne(CommandReader reader) {
        try {
            Command command = reader.next(true);
            if (command != null) {
                assertThat(command.name()).matches("[A-Z]+");
            }
            return command != null;
        } catch (CommandSyntaxException refused) {
            assertThat(refused.text()).isNotBlank();
            return !refused.fatal();
        } catch (IOException end) {
            return false;
        }
    }
}
