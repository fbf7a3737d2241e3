// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.fumibako.app.config.Configuration.Service;
import org.fumibako.testkit.ImapClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code admin search} as the operator types it. */
class SearchCommandsTest {
    @TempDir
    private Path data;

    @Test
    void indexIsMadeAnewAndFindsWhatItFound() throws IOException {
        try (Desk desk = new Desk(data)) {
            desk.admin("account", "add", "jiro@example.test");
            desk.deliver("who@elsewhere.test", "jiro@example.test", "Subject: x\r\n\r\nkingyo and medaka\r\n");
            Desk.Answer rebuilt = desk.admin("search", "rebuild");
            assertThat(rebuilt.status()).isZero();
            assertThat(rebuilt.output())
                    .containsPattern("[1-9]\\d* messages indexed, 0 waiting, [1-9][\\d,]* octets on disk");
            assertThat(desk.admin("search", "status").output()).isEqualTo(lastLine(rebuilt.output()));
            assertThat(found(desk)).isEqualTo("* SEARCH 1");
            assertThat(desk.admin("search", "rebuild", "--background").status()).isZero();
            assertThat(found(desk)).as("whether it is indexed yet or not").isEqualTo("* SEARCH 1");
        }
    }

    private static String lastLine(String output) {
        return output.substring(output.stripTrailing().lastIndexOf('\n') + 1);
    }

    private static String found(Desk desk) throws IOException {
        try (ImapClient client = ImapClient.connect(desk.server().ports().get(Service.IMAP))) {
            client.login("jiro@example.test", Desk.PASSWORD);
            client.command("SELECT INBOX");
            return client.command("SEARCH TEXT medaka").untagged().getFirst();
        }
    }
}
