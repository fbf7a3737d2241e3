// SPDX-License-Identifier: Apache-2.0
package org.fumibako.fuzz.imap;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.fumibako.fuzz.FuzzTime;
import org.fumibako.imap.wire.CommandException;
import org.fumibako.imap.wire.ImapCommand;
import org.fumibako.imap.wire.ImapReader;
import org.fumibako.imap.wire.ImapWriter;
import org.fumibako.imap.wire.MailboxCommand;
import org.fumibako.imap.wire.MessageCommand;
import org.fumibako.imap.wire.SyntaxException;
import org.fumibako.net.BoundedReader;

/** Any octets are commands and refusals, until they end or nobody could tell where the next command begins. */
class ImapReaderFuzz {
    @FuzzTest(maxDuration = FuzzTime.A_RUN)
    @DictionaryFile(resourcePath = "/dictionaries/imap.dict")
    void anyOctetsAreCommandsOrRefusals(byte[] octets) {
        ImapWriter writer = new ImapWriter(OutputStream.nullOutputStream());
        ImapReader reader = new ImapReader(new BoundedReader(new ByteArrayInputStream(octets)), writer);
        reader.signedIn();
        boolean more = true;
        while (more) {
            more = readsOne(reader);
            assertThat(reader.tag()).matches("[\\x21-\\x7e]{1,128}");
        }
    }

    /** Reads a command, with its messages, or skips what was refused; false at the end. */
    private static boolean readsOne(ImapReader reader) {
        try {
            try {
                return reader.next() && isRead(reader, reader.arguments());
            } catch (SyntaxException bad) {
                assertThat(bad.text()).isNotBlank();
            } catch (CommandException declined) {
                assertThat(declined.text()).isNotBlank();
            }
            reader.skip();
            return true;
        } catch (IOException end) {
            return false;
        }
    }

    private static boolean isRead(ImapReader reader, ImapCommand command)
            throws IOException, SyntaxException, CommandException {
        assertThat(command).isNotNull();
        boolean brings = command instanceof MailboxCommand.Append || command instanceof MessageCommand.Replace;
        while (brings && reader.nextMessage().isPresent()) {
            reader.transferMessage(OutputStream.nullOutputStream());
        }
        return true;
    }
}
