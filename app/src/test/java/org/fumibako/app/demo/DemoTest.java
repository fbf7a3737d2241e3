// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.fumibako.app.Fumibako;
import org.fumibako.app.StartException;
import org.fumibako.app.config.Configuration.Service;
import org.fumibako.app.control.ControlClient;
import org.fumibako.app.control.Terminal;
import org.fumibako.model.DomainName;
import org.fumibako.testkit.ImapClient;
import org.fumibako.testkit.Pop3Client;
import org.fumibako.testkit.SmtpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {
    @TempDir
    private Path data;

    private final Answering terminal = new Answering("correct horse battery");

    @Test
    void mailFromAStrangerIsReadOverImapAndStaysAfterASecondStart() throws IOException {
        String password;
        try (Fumibako server = Demo.open(data, 0, terminal)) {
            deliver(server, "taro@example.test");
            password = taro().password();
            assertThat(subjects(server, "taro@example.test", password)).contains("Subject: for taro@example.test");
        }
        try (Fumibako server = Demo.open(data, 0, terminal)) {
            assertThat(taro().password()).isEqualTo(password);
            assertThat(subjects(server, "taro@example.test", password)).contains("Subject: for taro@example.test");
        }
    }

    @Test
    void mailForOthersGoesToTheSimulatedInternetAndItsAnswerComesBack() throws Exception {
        try (Fumibako server = Demo.open(data, 0, terminal)) {
            String password = taro().password();
            try (SmtpClient client = SmtpClient.connect(server.ports().get(Service.SUBMISSION))) {
                client.command("EHLO client.test");
                client.startTls();
                client.authPlain("taro@example.test", password);
                assertThat(client.send(
                                        "taro@example.test",
                                        List.of("someone-reply@gmail.test"),
                                        "From: taro@example.test\r\nSubject: out\r\n\r\nHello\r\n")
                                .code())
                        .isEqualTo(250);
            }
            try (ImapClient reader = ImapClient.connect(server.ports().get(Service.IMAP))) {
                reader.login("taro@example.test", password);
                reader.command("SELECT INBOX");
                awaitMessage(reader, "someone-reply@gmail.test");
            }
            assertThat(terminal.output.toString()).contains("mx.gmail.test took a message from taro@example.test");
        }
    }

    @Test
    void anAccountIsAddedOverTheControlSocketAndItsPasswordIsAskedFor() throws IOException {
        try (Fumibako server = Demo.open(data, 0, terminal)) {
            assertThat(admin("account", "add", "jiro@example.test", "--quota", "10"))
                    .isZero();
            deliver(server, "jiro@example.test");
            assertThat(subjects(server, "jiro@example.test", "correct horse battery"))
                    .contains("Subject: for jiro@example.test");
            assertThat(admin("journal", "--account", "jiro@example.test")).isZero();
            assertThat(terminal.output.toString())
                    .contains("for jiro@example.test, filed in INBOX/1")
                    .doesNotContain("correct horse");
        }
    }

    @Test
    void aPlanGetsTheLimitsThatAreNamedAndKeepsTheOthers() throws IOException {
        try (Fumibako server = Demo.open(data, 0, terminal)) {
            assertThat(admin("plan", "add", "large", "--per-hour", "100000", "--message-mb", "10"))
                    .isZero();
            assertThat(admin("plan", "change", "large", "--per-day", "1000000")).isZero();
            assertThat(terminal.output.toString())
                    .contains(
                            "large  100 domains, 10000 accounts, 2000000 MB, 100000 recipients an hour, 1000000 a day,"
                                    + " messages up to 10 MB");
            assertThat(admin("customer", "change", "demo", "--plan", "large")).isZero();
            assertThat(admin("plan", "delete", "large")).isEqualTo(1);
            assertThat(admin("plan", "change", "none", "--per-day", "1")).isEqualTo(1);
            assertThat(admin("plan", "add", "huge", "--message-mb", "1001")).isEqualTo(1);
            assertThat(server.registry().plans().list()).hasSize(2);
        }
    }

    @Test
    void anErrorOfMailThatWasNeverSentIsFiledAsJunkAndTheJournalSaysWhy() throws IOException {
        String error = """
                From: MAILER-DAEMON@elsewhere.test
                Subject: Undelivered

                Message-ID: <forged@example.test>
                """.replace("\n", "\r\n");
        try (Fumibako server = Demo.open(data, 0, terminal)) {
            try (SmtpClient stranger = SmtpClient.connect(server.ports().get(Service.SMTP))) {
                stranger.command("EHLO elsewhere.test");
                assertThat(stranger.send("", List.of("taro@example.test"), error)
                                .code())
                        .isEqualTo(250);
            }
            try (ImapClient reader = ImapClient.connect(server.ports().get(Service.IMAP))) {
                reader.login("taro@example.test", taro().password());
                assertThat(reader.command("EXAMINE Junk").untagged()).contains("* 1 EXISTS");
            }
            assertThat(admin("journal", "--account", "taro@example.test")).isZero();
            assertThat(terminal.output.toString())
                    .contains("filed as junk what MAILER-DAEMON@elsewhere.test reports", "<forged@example.test>");
        }
    }

    @Test
    void aNewPasswordEndsEverySessionThatBeganWithTheOldOne() throws IOException {
        try (Fumibako server = Demo.open(data, 0, terminal)) {
            String password = taro().password();
            try (SmtpClient smtp = SmtpClient.connect(server.ports().get(Service.SUBMISSION));
                    ImapClient imap = ImapClient.connect(server.ports().get(Service.IMAP));
                    Pop3Client pop3 = Pop3Client.connect(server.ports().get(Service.POP3))) {
                smtp.command("EHLO client.test");
                smtp.startTls();
                assertThat(smtp.authPlain("taro@example.test", password).code()).isEqualTo(235);
                assertThat(imap.login("taro@example.test", password).ok()).isTrue();
                assertThat(pop3.login("taro@example.test", password)).startsWith("+OK");
                assertThat(admin("account", "password", "taro@example.test")).isZero();
                assertThatThrownBy(() -> smtp.command("NOOP")).isInstanceOf(IOException.class);
                assertThatThrownBy(() -> imap.command("NOOP")).isInstanceOf(IOException.class);
                assertThatThrownBy(() -> pop3.command("NOOP")).isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void anOperatorSeesKeysPacesAndTheHost() throws IOException, InterruptedException {
        try (Fumibako server = Demo.open(data, 0, terminal)) {
            CountDownLatch made = new CountDownLatch(1);
            DomainName domain = DomainName.of("example.test");
            server.registry().dkim().onChange(_ -> made.countDown());
            assertThat(!server.registry().dkim().of(domain).isEmpty() || made.await(60, TimeUnit.SECONDS))
                    .isTrue();
            assertThat(admin("dkim", "list", "example.test")).isZero();
            assertThat(terminal.output.toString())
                    .contains("rsa-sha256", "ed25519-sha256", "signs", "._domainkey.example.test TXT v=DKIM1; k=");
            assertThat(admin("dkim", "rotate", "example.test")).isZero();
            assertThat(admin("dkim", "delete", "example.test")).isZero();
            assertThat(admin("dkim", "rotate", "example.test")).isEqualTo(1);
            assertThat(admin("dkim", "add", "example.test")).isZero();
            assertThat(admin("abuse", "show", "taro@example.test")).isZero();
            assertThat(admin("abuse", "release", "taro@example.test")).isEqualTo(1);
            assertThat(terminal.output.toString()).contains("taro@example.test  sends as it wants");
            admin("host", "check");
            assertThat(terminal.output.toString())
                    .contains("The name sv001.fumibako.test", "Whether other servers reach");
        }
    }

    @Test
    void whatAnOperatorGetsWrongIsOneSentence() throws IOException {
        try (Fumibako server = Demo.open(data, 0, terminal)) {
            assertThat(server.ports()).isNotEmpty();
            assertThat(admin("account", "add", "jiro@example.test", "--quota", "20001"))
                    .isEqualTo(1);
            assertThat(admin("account", "add", "jiro@elsewhere.test")).isEqualTo(1);
            assertThat(admin("customer", "delete", "demo")).isEqualTo(1);
            assertThat(terminal.errors.toString().lines()).hasSize(3).allMatch(line -> line.startsWith("fumibako: "));
        }
    }

    @Test
    void aDataDirectoryThatIsInUseIsRefusedInOneSentence() {
        try (Fumibako server = Demo.open(data, 0, terminal)) {
            assertThat(server.ports()).isNotEmpty();
            assertThatThrownBy(() -> Demo.open(data, 0, terminal))
                    .isInstanceOf(StartException.class)
                    .hasMessageContaining("is in use by another Fumibako");
        }
    }

    @Test
    void aTakenPortIsNamedAndNothingStaysOpen(@TempDir Path other) {
        try (Fumibako server = Demo.open(data, 0, terminal)) {
            int base = server.ports().get(Service.SMTP) - Service.SMTP.port();
            assertThatThrownBy(() -> Demo.open(other, base, terminal))
                    .isInstanceOf(StartException.class)
                    .hasMessageContaining("port " + (base + Service.SMTP.port()));
        }
        Demo.open(other, 0, terminal).close();
    }

    /** Waits, over IDLE, until a message from an address is there. */
    private static void awaitMessage(ImapClient reader, String from) throws IOException {
        ImapClient.Result found = reader.command("SEARCH FROM \"" + from + "\"");
        while (found.untagged().stream().noneMatch(line -> line.matches("\\* SEARCH [0-9 ]+"))) {
            if (found.untagged().stream().noneMatch(line -> line.endsWith("EXISTS"))) {
                String tag = reader.nextTag();
                reader.socket().send(tag + " IDLE\r\n");
                String news = reader.readResponse();
                while (!news.endsWith("EXISTS")) {
                    news = reader.readResponse();
                }
                reader.socket().send("DONE\r\n");
                reader.readUntil(tag);
            }
            found = reader.command("SEARCH FROM \"" + from + "\"");
        }
    }

    private int admin(String... line) throws IOException {
        return new ControlClient(data.resolve("control.sock"), terminal).run(List.of(line));
    }

    private DemoFile.Login taro() throws IOException {
        return DemoFile.read(data).accounts().getFirst();
    }

    private static void deliver(Fumibako server, String to) throws IOException {
        try (SmtpClient stranger = SmtpClient.connect(server.ports().get(Service.SMTP))) {
            stranger.command("EHLO elsewhere.test");
            assertThat(stranger.send("who@elsewhere.test", List.of(to), "Subject: for " + to + "\r\n\r\nHello\r\n")
                            .code())
                    .isEqualTo(250);
        }
    }

    private static String subjects(Fumibako server, String login, String password) throws IOException {
        try (ImapClient reader = ImapClient.connect(server.ports().get(Service.IMAP))) {
            assertThat(reader.login(login, password).ok()).isTrue();
            reader.command("SELECT INBOX");
            return String.join(
                    "\n",
                    reader.command("FETCH 1:* BODY.PEEK[HEADER.FIELDS (SUBJECT)]")
                            .untagged());
        }
    }

    /** A terminal that remembers what it showed, and answers every question alike. */
    private static final class Answering implements Terminal {
        private final StringWriter output = new StringWriter();
        private final StringWriter errors = new StringWriter();
        private final String answer;

        Answering(String answer) {
            this.answer = answer;
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
            return answer;
        }
    }
}
