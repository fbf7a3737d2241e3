// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.fumibako.model.Quota;
import org.fumibako.testkit.ImapClient;
import org.junit.jupiter.api.Test;

/** In an account that is nearly full, a message can be replaced by one of its size (RFC 8508 §3.4). */
class ReplaceInFullAccountTest {
    private static final String HEADER = "Subject: x\r\n\r\n";

    @Test
    void onlyTheDifferenceCounts() throws IOException {
        Quota quota = new Quota(1);
        int size = (int) (quota.size().bytes() * 3 / 4);
        try (TestServer server = TestServer.start(quota, store -> store)) {
            server.fill("INBOX", List.of(message(size)));
            try (ImapClient client = server.client()) {
                client.command("SELECT INBOX");
                assertThat(client.command("APPEND INBOX " + literal(size)).tagged())
                        .contains("OVERQUOTA");

                assertThat(client.command("REPLACE 1 INBOX " + literal(size + 1))
                                .ok())
                        .isTrue();
                assertThat(client.command("REPLACE 1 INBOX "
                                        + literal(quota.size().bytes() + 1))
                                .tagged())
                        .contains("NO [");
                assertThat(client.command("FETCH 1 RFC822.SIZE").untagged())
                        .containsExactly("* 1 FETCH (RFC822.SIZE " + (size + 1) + ")");
            }
        }
    }

    private static String literal(long size) {
        return "{" + size + "+}\r\n" + message(size);
    }

    private static String message(long size) {
        return HEADER + "x".repeat((int) size - HEADER.length());
    }
}
