// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap;

import java.util.stream.Stream;
import org.fumibako.testkit.TranscriptRunner;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Dialogues before a mailbox is selected: signing in, and what one does with mailboxes. All are empty when they begin. */
class SessionTranscriptsTest {
    @TestFactory
    Stream<DynamicTest> session() {
        return TranscriptRunner.tests("/transcripts/session", name -> TestServer.start());
    }

    @TestFactory
    Stream<DynamicTest> mailboxes() {
        return TranscriptRunner.tests("/transcripts/mailboxes", name -> TestServer.start());
    }
}
