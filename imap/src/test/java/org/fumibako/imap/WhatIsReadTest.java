// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.fumibako.model.Quota;
import org.fumibako.testkit.ImapClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A listing never opens a message; a search opens only what nothing cheaper decides. */
class WhatIsReadTest {
    private final List<CountingStore> counting = new ArrayList<>();
    private TestServer server;
    private ImapClient client;

    @BeforeEach
    void start() throws IOException {
        server = TestServer.start(Quota.DEFAULT, store -> {
            counting.add(new CountingStore(store));
            return counting.getFirst();
        });
        server.fill("INBOX", Collections.nCopies(5, "Subject: hello\r\nFrom: a@example.jp\r\n\r\nbody text\r\n"));
        client = server.client();
        client.command("SELECT INBOX");
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FETCH 1:* (UID FLAGS INTERNALDATE RFC822.SIZE ENVELOPE)",
                "FETCH 1:* (BODY BODYSTRUCTURE PREVIEW EMAILID THREADID SAVEDATE MODSEQ)",
                "SEARCH SUBJECT hello FROM a@ SENTSINCE 1-Jan-2000",
                "SEARCH UNSEEN LARGER 5 UID 1:*",
                "SEARCH SEEN BODY text",
                "SEARCH OR UNSEEN BODY text",
            })
    void noMessageIsOpened(String command) throws IOException {
        assertThat(client.command(command).ok()).isTrue();

        assertThat(counting.getFirst().opened()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FETCH 1:* (UID FLAGS INTERNALDATE RFC822.SIZE EMAILID THREADID SAVEDATE MODSEQ)",
                "SEARCH UNSEEN NOT DELETED LARGER 5 SINCE 1-Jan-2000",
                "STORE 1:* +FLAGS (\\Seen)",
            })
    void snapshotAnswersWithoutTheIndex(String command) throws IOException {
        assertThat(client.command(command).ok()).isTrue();

        assertThat(counting.getFirst().scans()).isZero();
    }

    @Test
    void messageIsOpenedOnceForAllItsSections() throws IOException {
        client.command("FETCH 1:3 (BODY.PEEK[HEADER] BODY.PEEK[TEXT] BODY.PEEK[1.MIME] BODY.PEEK[1])");

        assertThat(counting.getFirst().opened()).isEqualTo(3);
    }

    @Test
    void readingAllMessagesMarksThemInOneChange() throws IOException {
        ImapClient.Result result = client.command("FETCH 1:* BODY[TEXT]");

        assertThat(result.untagged()).hasSize(5).allMatch(line -> line.contains("FLAGS (\\Seen)"));
        assertThat(counting.getFirst().flagChanges()).isEqualTo(1);
    }

    @Test
    void searchOpensOnlyWhatTheFlagsLeaveUndecided() throws IOException {
        client.command("STORE 1:2 +FLAGS.SILENT (\\Seen)");

        assertThat(client.command("SEARCH BODY text SEEN").untagged()).containsExactly("* SEARCH 1 2");
        assertThat(counting.getFirst().opened()).isEqualTo(2);
    }
}
