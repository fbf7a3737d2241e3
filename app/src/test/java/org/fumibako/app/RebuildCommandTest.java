// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.fumibako.app.admin.AdminCommands;
import org.fumibako.app.config.Configuration.Service;
import org.fumibako.app.control.Terminal;
import org.fumibako.app.demo.Demo;
import org.fumibako.model.AccountId;
import org.fumibako.testkit.ImapClient;
import org.fumibako.testkit.SmtpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code admin rebuild} and {@code admin fsck} as the operator runs them, on a server with the demo's accounts. */
class RebuildCommandTest {
    private static final String PASSWORD = "correct horse battery";

    @TempDir
    private Path data;

    private final Recorded terminal = new Recorded();

    @Test
    void aClientSeesTheSameAfterTheIndexWasRebuilt() throws IOException {
        List<String> before;
        try (Fumibako server = Demo.open(data, 0, terminal)) {
            assertThat(admin("account", "add", "jiro@example.test")).isZero();
            for (int i = 0; i < 3; i++) {
                deliver(server);
            }
            live(server);
            before = look(server);
            assertThat(admin("fsck")).isZero();
            assertThat(terminal.output.toString()).contains("14 accounts, ").contains("all is well.");
        }
        assertThat(admin("rebuild")).isZero();
        assertThat(terminal.output.toString())
                .contains("Rebuilt the index of " + data + ": 14 accounts, 73 mailboxes, ")
                .doesNotContain("problem", "registry:");
        assertThat(asideIndexes()).hasSize(1);
        try (Fumibako server = Demo.open(data, 0, terminal)) {
            assertThat(look(server)).isEqualTo(before);
            deliver(server);
            assertThat(admin("fsck")).isZero();
            assertThat(admin("journal", "--account", "jiro@example.test")).isZero();
            assertThat(admin("journal", "--limit", "20")).isZero();
            assertThat(terminal.output.toString())
                    .contains("for jiro@example.test, filed in INBOX/1")
                    .contains("the index was rebuilt from the packs: 14 accounts");
        }
    }

    @Test
    void aLostIndexIsRebuiltAndUntilThenTheServerSaysWhatToDo() throws IOException {
        Demo.open(data, 0, terminal).close();
        for (String name : List.of("index.db", "index.db-wal", "index.db-shm")) {
            Files.deleteIfExists(data.resolve("volume").resolve(name));
        }
        for (int start = 1; start <= 2; start++) {
            assertThatThrownBy(() -> Demo.open(data, 0, terminal))
                    .isInstanceOf(StartException.class)
                    .hasMessageContaining("is missing")
                    .hasMessageContaining("admin rebuild --data " + data);
        }
        assertThat(admin("rebuild")).isZero();
        assertThat(terminal.output.toString()).contains("there was no index, so the journal begins anew");
        assertThat(asideIndexes()).isEmpty();
        Demo.open(data, 0, terminal).close();
    }

    @Test
    void aDamagedIndexIsKeptWithItsLogAndTheNewOneTakesItsPlace() throws IOException {
        Demo.open(data, 0, terminal).close();
        Path volume = data.resolve("volume");
        Files.writeString(volume.resolve("index.db"), "no database");
        Files.writeString(volume.resolve("index.db-wal"), "no log");
        assertThat(admin("rebuild")).isZero();
        assertThat(terminal.output.toString()).contains("the journal of the old index cannot be read whole");
        assertThat(asideIndexes())
                .singleElement()
                .satisfies(kept -> assertThat(kept).content().isEqualTo("no database"));
        Demo.open(data, 0, terminal).close();
    }

    @Test
    void accountsThatOnlyOneSideKnowsAreNamed() throws IOException {
        try (Fumibako server = Demo.open(data, 0, terminal)) {
            server.store()
                    .deleteAccount(
                            server.registry().accounts().list().getFirst().id(), AdminCommands.OPERATOR);
            server.store().createAccount(new AccountId(4711));
            assertThat(admin("fsck")).isEqualTo(1);
            assertThat(terminal.output.toString())
                    .contains("account 4711 has mailboxes, but the registry does not know it")
                    .contains("is registered, but has no mailboxes");
        }
        assertThat(admin("rebuild")).isZero();
        assertThat(terminal.output.toString())
                .contains("registry: account 4711 has mailboxes")
                .contains("registry: accounts without mailboxes got new, empty ones");
        try (Fumibako server = Demo.open(data, 0, terminal)) {
            assertThat(server.store()
                            .mailboxes(server.registry()
                                    .accounts()
                                    .list()
                                    .getFirst()
                                    .id()))
                    .hasSize(5);
        }
    }

    @Test
    void aRunningServerAndADirectoryWithoutPacksAreRefusedInOneSentence(@TempDir Path empty) {
        try (Fumibako server = Demo.open(data, 0, terminal)) {
            assertThat(server.ports()).isNotEmpty();
            assertThat(admin("rebuild")).isEqualTo(1);
        }
        assertThat(new AdminCommand(terminal).run(List.of("rebuild", "--data", empty.toString())))
                .isEqualTo(1);
        assertThat(terminal.errors.toString().lines())
                .hasSize(2)
                .anyMatch(line -> line.contains("is in use by another Fumibako"))
                .anyMatch(line -> line.contains("there is nothing to rebuild from"));
        assertThat(empty).isEmptyDirectory();
    }

    private int admin(String... line) {
        return new AdminCommand(terminal)
                .run(Stream.concat(Stream.of(line), Stream.of("--data", data.toString()))
                        .toList());
    }

    private List<Path> asideIndexes() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("volume"))) {
            return files.filter(file -> file.getFileName().toString().matches("index-\\d{8}-\\d{6}\\.db"))
                    .toList();
        }
    }

    private static void deliver(Fumibako server) throws IOException {
        try (SmtpClient stranger = SmtpClient.connect(server.ports().get(Service.SMTP))) {
            stranger.command("EHLO elsewhere.test");
            assertThat(stranger.send(
                                    "who@elsewhere.test",
                                    List.of("jiro@example.test"),
                                    "Subject: =?UTF-8?B?5pel5pys?=\r\n\r\nHello\r\n")
                            .code())
                    .isEqualTo(250);
        }
    }

    /** Does a little of everything that an index remembers. */
    private static void live(Fumibako server) throws IOException {
        try (ImapClient client = signedIn(server)) {
            client.command("SELECT INBOX");
            client.command("STORE 1 +FLAGS (\\Flagged $Work)");
            client.command("MOVE 2 Trash");
            client.command("CREATE Projects");
            client.command("COPY 1 Projects");
            client.command("RENAME Projects Archive");
            client.command("UNSUBSCRIBE Sent");
            client.command("STORE 2 +FLAGS (\\Deleted)");
            client.command("EXPUNGE");
            client.command("DELETE Archive");
        }
    }

    private static List<String> look(Fumibako server) throws IOException {
        List<String> seen = new ArrayList<>();
        try (ImapClient client = signedIn(server)) {
            for (String command : List.of(
                    "LSUB \"\" *",
                    "LIST \"\" * RETURN (STATUS (MESSAGES UIDNEXT UIDVALIDITY UNSEEN HIGHESTMODSEQ SIZE))",
                    "SELECT INBOX",
                    "FETCH 1:* (UID FLAGS INTERNALDATE MODSEQ EMAILID THREADID ENVELOPE BODYSTRUCTURE BODY.PEEK[])",
                    "SELECT Trash",
                    "FETCH 1:* (UID FLAGS SAVEDATE MODSEQ EMAILID BODY.PEEK[])",
                    "GETQUOTAROOT INBOX")) {
                seen.addAll(client.command(command).untagged());
            }
        }
        return seen;
    }

    private static ImapClient signedIn(Fumibako server) throws IOException {
        ImapClient client = ImapClient.connect(server.ports().get(Service.IMAP));
        assertThat(client.login("jiro@example.test", PASSWORD).ok()).isTrue();
        return client;
    }

    /** A terminal that remembers what it showed, and answers every question with the password. */
    private static final class Recorded implements Terminal {
        private final StringWriter output = new StringWriter();
        private final StringWriter errors = new StringWriter();

        @Override
        public PrintWriter out() {
            return new PrintWriter(output, true);
        }

        @Override
        public PrintWriter err() {
            return new PrintWriter(errors, true);
        }

        @Override
        public String askSecret(String prompt) {
            return PASSWORD;
        }
    }
}
