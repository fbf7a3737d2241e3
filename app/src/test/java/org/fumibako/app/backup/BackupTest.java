// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fumibako.app.Fumibako;
import org.fumibako.app.StartException;
import org.fumibako.app.config.Configuration.Service;
import org.fumibako.app.control.ControlClient;
import org.fumibako.app.control.Terminal;
import org.fumibako.app.demo.Demo;
import org.fumibako.testkit.ImapClient;
import org.fumibako.testkit.SmtpClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
    private static final String JIRO = "jiro@example.test";
    private static final String PASSWORD = "correct horse battery";

    @TempDir
    private Path directory;

    private final Answering terminal = new Answering();
    private Path data;
    private Path backup;
    private Path restored;

    @BeforeEach
    void name() {
        data = directory.resolve("data");
        backup = directory.resolve("backup");
        restored = directory.resolve("restored");
    }

    @Test
    void aBackupMadeWhileMailArrivesIsRestoredWithItsMailUidsAndPasswords() throws Exception {
        long uidValidity;
        int before = 20;
        try (Fumibako server = startWithJiro()) {
            AtomicBoolean enough = new AtomicBoolean();
            CountDownLatch delivered = new CountDownLatch(before);
            Thread stranger = Thread.ofVirtual().start(() -> deliverUntil(server, enough, delivered));
            assertThat(delivered.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(admin("backup", backup.toString())).as(terminal.errors()).isZero();
            enough.set(true);
            stranger.join();
            uidValidity = uidValidity(server);
        }
        restore();
        try (Fumibako server = Demo.open(restored, 0, terminal)) {
            List<Integer> uids = uids(server);
            assertThat(uids).hasSizeGreaterThanOrEqualTo(before);
            assertThat(uids)
                    .isEqualTo(IntStream.rangeClosed(1, uids.size()).boxed().toList());
            assertThat(subject(server, before)).isEqualTo("Subject: message " + before);
            assertThat(uidValidity(server)).isGreaterThan(uidValidity);
            deliver(server, uids.size() + 1);
            assertThat(uids(server)).endsWith(uids.size() + 1);
        }
    }

    @Test
    void whatIsThereAlreadyIsNotCopiedAgain() throws Exception {
        try (Fumibako server = startWithJiro()) {
            deliver(server, 1);
            assertThat(admin("backup", backup.toString())).isZero();
            assertThat(admin("backup", backup.toString())).isZero();
            assertThat(terminal.output()).contains("; 0 KB of messages were new.");
            deliver(server, 2);
            assertThat(admin("backup", backup.toString())).isZero();
            assertThat(terminal.output()).endsWith("; 1 KB of messages were new.\n");
            try (Stream<Path> states = Files.list(backup)) {
                assertThat(states.filter(file -> file.getFileName().toString().startsWith("state-")))
                        .hasSize(1);
            }
        }
        restore();
        try (Fumibako server = Demo.open(restored, 0, terminal)) {
            assertThat(uids(server)).containsExactly(1, 2);
        }
    }

    @Test
    void aPackThatWasDamagedInTheBackupIsCopiedAgain() throws Exception {
        try (Fumibako server = startWithJiro()) {
            deliver(server, 1);
            assertThat(admin("backup", backup.toString())).isZero();
            flip(pack());
            deliver(server, 2);
            assertThat(admin("backup", backup.toString())).isZero();
        }
        restore();
        try (Fumibako server = Demo.open(restored, 0, terminal)) {
            assertThat(subject(server, 1)).isEqualTo("Subject: message 1");
        }
    }

    @Test
    void aDamagedBackupIsRefusedAndNothingIsWritten() throws Exception {
        backUpOnce();
        flip(pack());
        assertThatThrownBy(this::restore)
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("1 of ")
                .hasMessageEndingWith("files of the backup are damaged; nothing was restored");
        assertThat(terminal.output()).contains("packs/" + pack().getFileName() + ": its checksum does not match");
        assertThat(restored).doesNotExist();
    }

    @Test
    void aBackupThatHasNoManifestYetIsNone() throws Exception {
        backUpOnce();
        Files.delete(backup.resolve(Manifest.NAME));
        assertThatThrownBy(this::restore)
                .isInstanceOf(BackupException.class)
                .hasMessage(backup + " has no manifest, so it is no whole backup");
    }

    @Test
    void aDirectoryThatHasSomethingInItIsLeftAlone() throws Exception {
        backUpOnce();
        Path letter = Files.writeString(Files.createDirectories(restored).resolve("letter"), "mine");
        assertThatThrownBy(this::restore)
                .isInstanceOf(StartException.class)
                .hasMessage(restored + " is not empty; restore into a directory that is empty or not there.");
        assertThat(letter).hasContent("mine");
        assertThat(restored).isDirectoryNotContaining("glob:**lock");
    }

    @Test
    void noServerStartsOnARestoreThatWasCutShortButItCanBeRunAgain() throws Exception {
        backUpOnce();
        Files.createDirectories(restored.resolve("volume/packs"));
        Files.writeString(restored.resolve("volume/index.db"), "half of it");
        Files.createFile(restored.resolve("restore-unfinished"));
        assertThatThrownBy(() -> Demo.open(restored, 0, terminal))
                .isInstanceOf(StartException.class)
                .hasMessage("A restore into " + restored + " was cut short; run it again.");
        restore();
        try (Fumibako server = Demo.open(restored, 0, terminal)) {
            assertThat(uids(server)).containsExactly(1);
        }
    }

    @Test
    void aServerThatRunsIsNotRestoredInto() throws Exception {
        backUpOnce();
        try (Fumibako server = Demo.open(data, 0, terminal)) {
            assertThat(server.ports()).isNotEmpty();
            assertThatThrownBy(() -> new Restore(backup, data, Clock.systemUTC(), terminal.out()).run())
                    .isInstanceOf(StartException.class);
        }
    }

    @Test
    void aPlaceThatIsNoPlaceForThisBackupIsRefused() throws Exception {
        backUpOnce();
        restore();
        Path letter = Files.writeString(directory.resolve("letter"), "mine");
        try (Fumibako server = Demo.open(restored, 0, terminal)) {
            assertThat(server.ports()).isNotEmpty();
            assertThat(run(restored, "backup", backup.toString())).isEqualTo(1);
            assertThat(terminal.errors()).endsWith("name another directory.\n").contains("before it was restored");
            assertThat(run(restored, "backup", restored.resolve("tls").toString()))
                    .isEqualTo(1);
            assertThat(terminal.errors()).endsWith("must not lie in each other.\n");
            assertThat(run(restored, "backup", directory.toString())).isEqualTo(1);
            Path full = Files.createDirectories(directory.resolve("full"));
            Files.copy(letter, full.resolve("letter"));
            assertThat(run(restored, "backup", full.toString())).isEqualTo(1);
            assertThat(terminal.errors()).endsWith("name an empty directory.\n");
            assertThat(full).isDirectoryNotContaining("glob:**lock");
        }
    }

    private Fumibako startWithJiro() throws IOException {
        Fumibako server = Demo.open(data, 0, terminal);
        assertThat(admin("account", "add", JIRO)).as(terminal.errors()).isZero();
        return server;
    }

    private void backUpOnce() throws IOException {
        try (Fumibako server = startWithJiro()) {
            deliver(server, 1);
            assertThat(admin("backup", backup.toString())).as(terminal.errors()).isZero();
        }
    }

    private void restore() throws BackupException {
        new Restore(backup, restored, Clock.systemUTC(), terminal.out()).run();
    }

    /** The one that is appended to. */
    private Path pack() throws IOException {
        try (Stream<Path> packs = Files.list(backup.resolve("packs"))) {
            return packs.sorted().findFirst().orElseThrow();
        }
    }

    private static void flip(Path file) throws IOException {
        byte[] octets = Files.readAllBytes(file);
        octets[octets.length / 2] ^= 1;
        Files.write(file, octets);
    }

    private int admin(String... line) throws IOException {
        return run(data, line);
    }

    private int run(Path server, String... line) throws IOException {
        return new ControlClient(server.resolve("control.sock"), terminal).run(List.of(line));
    }

    private static void deliverUntil(Fumibako server, AtomicBoolean enough, CountDownLatch delivered) {
        try {
            for (int number = 1; !enough.get(); number++) {
                deliver(server, number);
                delivered.countDown();
            }
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private static void deliver(Fumibako server, int number) throws IOException {
        try (SmtpClient stranger = SmtpClient.connect(server.ports().get(Service.SMTP))) {
            stranger.command("EHLO elsewhere.test");
            String message = "Subject: message " + number + "\r\n\r\nHello\r\n";
            assertThat(stranger.send("who@elsewhere.test", List.of(JIRO), message)
                            .code())
                    .isEqualTo(250);
        }
    }

    private static List<Integer> uids(Fumibako server) throws IOException {
        try (ImapClient reader = inbox(server)) {
            return reader.command("UID FETCH 1:* (UID)").untagged().stream()
                    .map(line -> Integer.valueOf(line.replaceAll(".*UID (\\d+)\\)", "$1")))
                    .toList();
        }
    }

    private static String subject(Fumibako server, int uid) throws IOException {
        try (ImapClient reader = inbox(server)) {
            String answer = String.join(
                    "\n",
                    reader.command("UID FETCH " + uid + " BODY.PEEK[HEADER.FIELDS (SUBJECT)]")
                            .untagged());
            return answer.lines()
                    .filter(line -> line.startsWith("Subject: "))
                    .findFirst()
                    .orElse(answer);
        }
    }

    private static long uidValidity(Fumibako server) throws IOException {
        try (ImapClient reader = inbox(server)) {
            String status = reader.command("STATUS INBOX (UIDVALIDITY)").first("* STATUS");
            return Long.parseLong(status.replaceAll("\\D", ""));
        }
    }

    private static ImapClient inbox(Fumibako server) throws IOException {
        ImapClient reader = ImapClient.connect(server.ports().get(Service.IMAP));
        assertThat(reader.login(JIRO, PASSWORD).ok()).isTrue();
        assertThat(reader.command("EXAMINE INBOX").ok()).isTrue();
        return reader;
    }

    /** A terminal that remembers what it showed, and answers every question with the password. */
    private static final class Answering implements Terminal {
        private final StringWriter output = new StringWriter();
        private final StringWriter errors = new StringWriter();

        String output() {
            return output.toString();
        }

        String errors() {
            return errors.toString();
        }

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
