// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.fumibako.model.Quota;
import org.fumibako.testkit.ImapClient;
import org.junit.jupiter.api.Test;

class LargeMessageTest {
    @Test
    void responseOfManyLiteralsOfAllSizesIsWhole() throws IOException {
        String message = message(300_000);
        StringBuilder items = new StringBuilder("BODY.PEEK[]");
        StringBuilder expected = new StringBuilder("* 1 FETCH (BODY[] {" + message.length() + "}\r\n" + message);
        Random random = new Random(7);
        for (int i = 0; i < 60; i++) {
            int from = random.nextInt(message.length());
            int count = 1 + random.nextInt(i % 3 == 0 ? 60_000 : 17_000);
            String cut = message.substring(from, Math.min(message.length(), from + count));
            items.append(" BODY.PEEK[]<").append(from).append('.').append(count).append('>');
            expected.append(" BODY[]<")
                    .append(from)
                    .append("> {")
                    .append(cut.length())
                    .append("}\r\n")
                    .append(cut);
        }
        try (TestServer server = TestServer.start();
                ImapClient client = server.client()) {
            server.fill("INBOX", List.of(message));
            client.command("SELECT INBOX");

            ImapClient.Result result = client.command("FETCH 1 (" + items + ")");

            assertThat(result.untagged()).containsExactly(expected.append(')').toString());
        }
    }

    @Test
    void copyIsRefusedWhenTheAccountIsFullAndMoveIsNot() throws IOException {
        try (TestServer server = TestServer.start(new Quota(1), store -> store);
                ImapClient client = server.client()) {
            server.fill("INBOX", List.of(message(600_000)));
            client.command("SELECT INBOX");

            assertThat(client.command("COPY 1 Trash").tagged()).startsWith("NO [OVERQUOTA]");
            assertThat(client.command("STATUS Trash (MESSAGES)").untagged())
                    .containsExactly("* STATUS Trash (MESSAGES 0)");
            assertThat(client.command("MOVE 1 Trash").ok()).isTrue();
            assertThat(client.command("STATUS Trash (MESSAGES)").untagged())
                    .containsExactly("* STATUS Trash (MESSAGES 1)");
        }
    }

    private static String message(int length) {
        StringBuilder message = new StringBuilder("Subject: large\r\n\r\n");
        for (int line = 0; message.length() < length; line++) {
            message.append("line ").append(line).append(" of a long message\r\n");
        }
        return message.toString();
    }
}
