// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import org.fumibako.model.Quota;
import org.fumibako.testkit.ImapClient;
import org.junit.jupiter.api.Test;

/** What cannot be read any more is left out; it is never replaced by something else. */
class DamagedMessageTest {
    private static final String SOUND = "Subject: sound\r\n\r\nbody\r\n";

    @Test
    void damagedMessageIsLeftOutAndTheOthersAreSent() throws IOException {
        String damaged = "Subject: damaged\r\n\r\nbody that ends early\r\n";
        try (TestServer server =
                        TestServer.start(Quota.DEFAULT, store -> new DamagedStore(store, damaged.length(), 12));
                ImapClient client = server.client()) {
            server.fill("INBOX", List.of(SOUND, damaged, SOUND));
            client.command("SELECT INBOX");

            ImapClient.Result result = client.command("FETCH 1:* (UID BODY.PEEK[])");

            assertThat(result.tagged()).startsWith("NO [UNAVAILABLE]");
            assertThat(result.untagged())
                    .containsExactly(
                            "* 1 FETCH (UID 1 BODY[] {24}\r\n" + SOUND + ")",
                            "* 3 FETCH (UID 3 BODY[] {24}\r\n" + SOUND + ")");
            assertThat(client.command("FETCH 2 (ENVELOPE)").first("* 2 FETCH")).contains("damaged");
        }
    }

    @Test
    void literalThatCannotBeFinishedEndsTheConnection() throws IOException {
        String damaged = "Subject: damaged\r\n\r\n" + "0123456789\r\n".repeat(5000);
        try (TestServer server =
                        TestServer.start(Quota.DEFAULT, store -> new DamagedStore(store, damaged.length(), 40_000));
                ImapClient client = server.client()) {
            server.fill("INBOX", List.of(damaged));
            client.command("SELECT INBOX");

            assertThatThrownBy(() -> client.command("FETCH 1 BODY.PEEK[]")).isInstanceOf(EOFException.class);
        }
    }
}
