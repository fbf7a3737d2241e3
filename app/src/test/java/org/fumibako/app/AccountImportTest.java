// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fumibako.app.config.Configuration.Service;
import org.fumibako.model.EmailAddress;
import org.fumibako.testkit.ImapClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code admin account import} as the operator types it. */
class AccountImportTest {
    @TempDir
    private static Path data;

    @TempDir
    private Path files;

    private static Desk desk;

    @BeforeAll
    static void open() {
        desk = new Desk(data);
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Test
    void accountsOfAFileAreAddedAndWhatCannotBeIsNamed() throws IOException {
        Desk.Answer answer = admin("""
                # moved from another server
                one@example.test,500,Kaze-no, fumi-2026

                two@example.test,,Kaze-no-fumi-2026
                taro@example.test,,Kaze-no-fumi-2026
                three@elsewhere.test,,Kaze-no-fumi-2026
                four@example.test,,x
                """);
        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.output()).contains("Added 2 accounts; 3 could not be added.");
        assertThat(answer.errors())
                .containsSubsequence(
                        "line 5: taro@example.test: ", "line 6: three@elsewhere.test: ", "line 7: four@example.test: ");
        try (ImapClient client = ImapClient.connect(desk.server().ports().get(Service.IMAP))) {
            assertThat(client.login("one@example.test", "Kaze-no, fumi-2026").ok())
                    .isTrue();
            assertThat(client.command("SELECT INBOX").ok()).isTrue();
        }
        assertThat(desk.server()
                        .registry()
                        .account(EmailAddress.of("one@example.test"))
                        .orElseThrow()
                        .quota()
                        .megabytes())
                .isEqualTo(500);
    }

    @Test
    void aFileThatIsNoneAddsNothing() throws IOException {
        for (String last :
                new String[] {"five@example.test", "no address,,p", "six@example.test,much,p", "x".repeat(3_000)}) {
            Desk.Answer answer = admin("seven@example.test,,Kaze-no-fumi-2026\n" + last + "\n");
            assertThat(answer.status()).as(last).isEqualTo(1);
            assertThat(answer.errors()).contains("ine 2");
        }
        assertThat(desk.server().registry().account(EmailAddress.of("seven@example.test")))
                .isEmpty();
    }

    private Desk.Answer admin(String text) throws IOException {
        Path file = Files.writeString(files.resolve("accounts.csv"), text);
        return desk.admin("account", "import", file.toString());
    }
}
