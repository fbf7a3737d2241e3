// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fumibako.app.Fumibako;
import org.fumibako.app.config.Configuration.Service;
import org.fumibako.app.control.ControlClient;
import org.fumibako.app.control.Terminal;
import org.fumibako.app.demo.Demo;
import org.fumibako.doctor.Check;
import org.fumibako.doctor.Diagnosis;
import org.fumibako.doctor.Diagnosis.Examined;
import org.fumibako.doctor.Finding;
import org.fumibako.doctor.Outcome;
import org.fumibako.doctor.Remedy;
import org.fumibako.doctor.Symptom;
import org.fumibako.journal.Origin;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.Quota;
import org.fumibako.model.SpecialUse;
import org.fumibako.model.UidSet;
import org.fumibako.registry.Account;
import org.fumibako.store.Mailbox;
import org.fumibako.testkit.ImapClient;
import org.fumibako.testkit.Pop3Client;
import org.fumibako.testkit.SmtpClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Situations are staged with real clients, and the doctor has to find just that. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoctorTest {
    private static final String PASSWORD = "correct horse battery";
    private static final Origin TEST = Origin.system("test");

    private Path data;
    private Fumibako server;
    private final Listening terminal = new Listening();

    @BeforeAll
    void open(@TempDir Path directory) {
        data = directory;
        server = Demo.open(data, 0, terminal);
        add("healthy@example.test", 100);
    }

    @AfterAll
    void close() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void aHealthyAccountIsNotAccused(Symptom symptom) {
        Diagnosis diagnosis = examine("healthy@example.test", symptom);
        assertThat(diagnosis.results()).isNotEmpty();
        assertThat(diagnosis.cause().map(Examined::finding)).isEmpty();
    }

    @Test
    void mailIsDeliveredToSeeWhetherItCanBeAndNothingOfItStays() {
        Account account = server.registry()
                .account(EmailAddress.of("healthy@example.test"))
                .orElseThrow();
        assertThat(finding(examine("healthy@example.test", Symptom.E2), "delivers-now")
                        .outcome())
                .isEqualTo(Outcome.FINE);
        assertThat(server.store().usage(account.id()).messages()).isZero();
    }

    @Test
    void anAddressThatIsNobodysIsSaidToBe() {
        Examined cause = examine("nobody@example.test", Symptom.E2).cause().orElseThrow();
        assertThat(cause.check().id()).isEqualTo("account-exists");
        assertThat(cause.finding().headline().ja()).isEqualTo("nobody@example.test は作成されていません");
    }

    @Test
    void aFullMailboxAndWhoWasRefusedAreFoundAndTheRemedyIsALargerQuota() throws IOException {
        add("full@example.test", 1);
        fill("full@example.test", 1_040_000);
        try (SmtpClient stranger = SmtpClient.connect(server.ports().get(Service.SMTP))) {
            stranger.command("EHLO elsewhere.test");
            stranger.command("MAIL FROM:<shop@elsewhere.test> SIZE=90000");
            assertThat(stranger.command("RCPT TO:<full@example.test>").text()).contains("maildir over quota.");
        }
        Examined cause = examine("full@example.test", Symptom.E3).cause().orElseThrow();
        assertThat(cause.check().id()).isEqualTo("room-left");
        Remedy.Call remedy = (Remedy.Call) cause.finding().remedy().orElseThrow();
        assertThat(remedy.path()).isEqualTo("/api/accounts/full@example.test");
        assertThat(remedy.body()).containsEntry("quotaMegabytes", 501);
        Examined refused = examine("full@example.test", Symptom.E4).cause().orElseThrow();
        assertThat(refused.finding().headline().en()).startsWith("1 messages were refused");
        assertThat(refused.finding().evidence().getFirst().value().ja()).contains("shop@elsewhere.test");
    }

    @Test
    void aWrongPasswordIsFoundWithTheProgramThatSentIt() throws IOException {
        add("forgetful@example.test", 10);
        try (ImapClient client = ImapClient.connect(server.ports().get(Service.IMAP))) {
            client.command("ID (\"name\" \"Old telephone\")");
            client.login("forgetful@example.test", "last year's password");
        }
        Examined cause = examine("forgetful@example.test", Symptom.E6).cause().orElseThrow();
        assertThat(cause.check().id()).isEqualTo("sign-ins");
        assertThat(cause.finding().evidence().getFirst().value().en())
                .contains("IMAP", "Old telephone", "wrong password");
    }

    @Test
    void aSlipBetweenTwoSignInsOfOneDeviceIsNoCause() throws IOException {
        add("clumsy@example.test", 10);
        for (String password : List.of(PASSWORD, "correct hose battery", PASSWORD)) {
            try (ImapClient client = ImapClient.connect(server.ports().get(Service.IMAP))) {
                client.login("clumsy@example.test", password);
            }
        }
        assertThat(finding(examine("clumsy@example.test", Symptom.E6), "sign-ins")
                        .outcome())
                .isEqualTo(Outcome.SUSPICIOUS);
    }

    @Test
    void aPopClientThatDeletesIsFound() throws IOException {
        add("popper@example.test", 10);
        fill("popper@example.test", 1_000);
        try (Pop3Client client = Pop3Client.connect(server.ports().get(Service.POP3))) {
            client.login("popper@example.test", PASSWORD);
            client.command("DELE 1");
            client.command("QUIT");
        }
        Examined cause = examine("popper@example.test", Symptom.E13).cause().orElseThrow();
        assertThat(cause.check().id()).isEqualTo("removed-by-pop");
    }

    @Test
    void whatTheSweeperTookFromTrashIsFoundWithWhoPutItThere() throws Exception {
        Account account = add("tidy@example.test", 10);
        fill("tidy@example.test", 1_000);
        Mailbox inbox = server.store().mailbox(account.id(), SpecialUse.INBOX);
        Mailbox trash = server.store().mailbox(account.id(), SpecialUse.TRASH);
        server.store()
                .move(account.id(), inbox.id(), UidSet.of(inbox.uidNext() - 1), trash.id(), Origin.system("test"));
        server.store().purgeTrash(Instant.now().plus(1, ChronoUnit.MINUTES));
        Examined cause = examine("tidy@example.test", Symptom.E12).cause().orElseThrow();
        assertThat(cause.check().id()).isEqualTo("purged-from-trash");
    }

    @Test
    void forwardingWithoutACopyIsFoundAndTheRemedyKeepsOne() {
        EmailAddress address = EmailAddress.of("mover@example.test");
        add("mover@example.test", 10);
        server.registry().forwards().add(address, EmailAddress.of("healthy@example.test"), TEST);
        server.registry().forwards().keep(address, false, TEST);
        Examined cause = examine("mover@example.test", Symptom.E13).cause().orElseThrow();
        assertThat(cause.check().id()).isEqualTo("forwarded-away");
        assertThat(((Remedy.Call) cause.finding().remedy().orElseThrow()).body())
                .containsEntry("keep", true);
    }

    @Test
    void aRefusalBySomebodyElseIsExplained() throws IOException {
        add("sender@example.test", 10);
        try (SmtpClient client = SmtpClient.connect(server.ports().get(Service.SUBMISSION))) {
            client.command("EHLO client.test");
            client.startTls();
            client.authPlain("sender@example.test", PASSWORD);
            String message = "From: sender@example.test\r\nSubject: out\r\n\r\nHello\r\n";
            client.send("sender@example.test", List.of("someone-unproven@gmail.test"), message);
        }
        awaitMessage("sender@example.test");
        Examined cause = examine("sender@example.test", Symptom.E14).cause().orElseThrow();
        assertThat(cause.check().id()).isEqualTo("outbound-refusals");
        assertThat(cause.finding().headline().ja()).startsWith("gmail.test あてのメールが");
        assertThat(cause.finding().explanation().en()).contains("SPF, DKIM, DMARC");
    }

    @Test
    void aSuspendedAccountIsTheCauseOfEverything() {
        add("idle@example.test", 10);
        server.registry().accounts().suspend(EmailAddress.of("idle@example.test"), true, TEST);
        assertThat(examine("idle@example.test", Symptom.E1)
                        .cause()
                        .orElseThrow()
                        .check()
                        .id())
                .isEqualTo("account-exists");
    }

    @Test
    void theCommandSpeaksBothLanguagesAndJson() throws IOException {
        assertThat(doctor("nobody@example.test", "cannot-receive", "--lang", "ja"))
                .isEqualTo(1);
        assertThat(terminal.output.toString()).contains("原因: nobody@example.test は作成されていません");
        terminal.output.getBuffer().setLength(0);
        assertThat(doctor("healthy@example.test", "E2", "--json")).isZero();
        JsonNode json = JsonMapper.shared().readTree(terminal.output.toString());
        assertThat(json.get("account").asString()).isEqualTo("healthy@example.test");
        assertThat(json.get("symptom").asString()).isEqualTo("E2");
        JsonNode first = json.get("findings").get(0);
        assertThat(first.get("check").asString()).isEqualTo("account-exists");
        assertThat(first.get("outcome").asString()).isEqualTo("fine");
        assertThat(first.get("remedy").isNull()).isTrue();
        assertThat(doctor("healthy@example.test", "E16")).isEqualTo(1);
        assertThat(terminal.errors.toString()).contains("There is no symptom \"E16\"");
    }

    @Test
    void theTablesOfTheManualAreWhatTheDoctorDoes() throws IOException {
        String manual = Files.readString(Path.of("../docs/doctor.md"));
        for (Symptom symptom : Symptom.values()) {
            String checks = String.join(
                    ", ",
                    server.doctor().checks(Optional.of(symptom)).stream()
                            .map(Check::id)
                            .toList());
            assertThat(manual)
                    .containsPattern("\\| " + symptom + " `" + symptom.slug() + "` \\| [^|]+ \\| " + checks + " \\|");
        }
        assertThat(manual.lines().filter(line -> line.matches("\\| [a-z-]+ \\|.*")))
                .extracting(line -> line.substring(2, line.indexOf(" |", 2)))
                .filteredOn(id -> !List.of("symptom", "check").contains(id))
                .containsExactlyInAnyOrderElementsOf(server.doctor().checks(Optional.empty()).stream()
                        .map(Check::id)
                        .toList());
    }

    @Test
    void anErrorMailIsExplained() throws IOException {
        String mail = "<ken@gmail.test>: host mx said: 550 5.1.1 no such user here";
        assertThat(doctor("--bounce-text=" + mail, "--lang", "ja")).isZero();
        assertThat(terminal.output.toString()).contains("ken@gmail.test", "宛先のメールアドレスが存在しません。", "E14");
        assertThat(doctor("--bounce-text=hello")).isEqualTo(1);
        assertThat(doctor()).isEqualTo(1);
    }

    private int doctor(String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of("doctor"));
        line.addAll(List.of(arguments));
        return new ControlClient(data.resolve("control.sock"), terminal).run(line);
    }

    private Diagnosis examine(String address, Symptom symptom) {
        return server.doctor()
                .examine(EmailAddress.of(address), Optional.of(symptom), ZoneId.of("Asia/Tokyo"), done -> {});
    }

    private static Finding finding(Diagnosis diagnosis, String check) {
        return diagnosis.results().stream()
                .filter(result -> result.check().id().equals(check))
                .findFirst()
                .orElseThrow()
                .finding();
    }

    private Account add(String address, int megabytes) {
        Account account =
                server.registry().accounts().add(EmailAddress.of(address), new Quota(megabytes), PASSWORD, TEST);
        server.store().createAccount(account.id());
        return account;
    }

    private void fill(String address, int octets) throws IOException {
        byte[] message = ("Subject: large\r\n\r\n"
                        + "x".repeat(70).concat("\r\n").repeat(octets / 72))
                .getBytes(StandardCharsets.US_ASCII);
        try (ImapClient client = ImapClient.connect(server.ports().get(Service.IMAP))) {
            client.login(address, PASSWORD);
            assertThat(client.append("INBOX", "", message).ok()).isTrue();
        }
    }

    /** Waits, over IDLE, until something is in the inbox. */
    private void awaitMessage(String address) throws IOException {
        try (ImapClient client = ImapClient.connect(server.ports().get(Service.IMAP))) {
            client.login(address, PASSWORD);
            if (client.command("SELECT INBOX").untagged().contains("* 0 EXISTS")) {
                String tag = client.nextTag();
                client.socket().send(tag + " IDLE\r\n");
                String news = client.readResponse();
                while (!news.endsWith("EXISTS")) {
                    news = client.readResponse();
                }
                client.socket().send("DONE\r\n");
                client.readUntil(tag);
            }
        }
    }

    /** A terminal that remembers what it showed. */
    private static final class Listening implements Terminal {
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
