// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fumibako.app.config.Configuration.Service;
import org.fumibako.testkit.ImapClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code admin trace} as the operator types it. */
class TraceCommandTest {
    private static final String JIRO = "jiro@example.test";
    private static final Pattern NEXT = Pattern.compile("--before (\\d+)");

    @TempDir
    private static Path data;

    private static Desk desk;

    @BeforeAll
    static void open() throws IOException {
        desk = new Desk(data);
        desk.admin("account", "add", JIRO);
        for (int i = 1; i <= 3; i++) {
            desk.deliver(
                    "who@elsewhere.test",
                    JIRO,
                    "Message-ID: <m" + i + "@elsewhere.test>\r\nSubject: Offer " + i + "\r\n\r\nHello\r\n");
        }
        try (ImapClient client = ImapClient.connect(desk.server().ports().get(Service.IMAP))) {
            client.login(JIRO, Desk.PASSWORD);
            client.command("SELECT INBOX");
            client.command("STORE 2 +FLAGS (\\Seen)");
            client.command("MOVE 2 Trash");
        }
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Test
    void lifeOfAMessageIsToldFromItsIdOnwards() {
        for (String id : new String[] {"m2@elsewhere.test", "<m2@elsewhere.test>"}) {
            Desk.Answer answer = desk.admin("trace", "--message-id", id);
            assertThat(answer.status()).isZero();
            assertThat(answer.output())
                    .contains("checked mail from who@elsewhere.test")
                    .containsSubsequence("filed in INBOX", "read for the first time", "moved INBOX/2 to Trash")
                    .doesNotContain("m1@elsewhere.test", "There may be more");
        }
    }

    @Test
    void olderMessagesFollowPageByPage() {
        String[] line = {"trace", "--sender", "WHO@elsewhere.test", "--limit", "2"};
        String first = desk.admin(line).output();
        assertThat(first).containsSubsequence("Offer 2", "Offer 3").doesNotContain("Offer 1");
        Matcher next = NEXT.matcher(first);
        assertThat(next.find()).isTrue();
        String second = desk.admin("trace", "--sender", "who@elsewhere.test", "--before", next.group(1))
                .output();
        assertThat(second).contains("Offer 1").doesNotContain("Offer 2", "There may be more");
    }

    @Test
    void programsGetOneObject() {
        Desk.Answer answer = desk.admin("trace", "--subject", "offer 1", "--account", JIRO, "--json");
        JsonNode events = new JsonMapper()
                .readTree(answer.output())
                .path("messages")
                .path(0)
                .path("events");
        assertThat(events.valueStream().map(event -> event.path("kind").asString()))
                .containsExactlyInAnyOrder("authenticated", "judged", "filed");
        assertThat(events.path(0).path("peer").asString()).isEqualTo("127.0.0.1");
    }

    @Test
    void whatNobodyKnowsOfIsStatusOne() {
        Desk.Answer answer = desk.admin("trace", "--message-id", "never@elsewhere.test");
        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.output()).contains("Nothing is recorded of such a message.");
        assertThat(desk.admin("trace", "--subject", "x", "--account", "nobody@example.test")
                        .errors())
                .contains("there is no account nobody@example.test");
        assertThat(desk.admin("trace", "--subject", "x", "--limit", "101").status())
                .isEqualTo(1);
        assertThat(desk.admin("trace").status())
                .as("what is asked for is missing")
                .isEqualTo(2);
    }
}
