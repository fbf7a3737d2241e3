// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlSocketTest {
    @TempDir
    private Path directory;

    @Test
    void aCommandRunsInTheServerAndItsWordsAndStatusComeBack() throws IOException {
        Recorded terminal = new Recorded("correct horse");
        try (ControlServer server = ControlServer.start(socket(), (arguments, remote) -> {
            remote.out().println(arguments + " " + remote.askSecret("Password: "));
            remote.err().println("careful");
            return 3;
        })) {
            assertThat(server).isNotNull();
            assertThat(new ControlClient(socket(), terminal).run(List.of("account", "add")))
                    .isEqualTo(3);
        }
        assertThat(terminal.output).hasToString("[account, add] correct horse" + System.lineSeparator());
        assertThat(terminal.errors).hasToString("careful" + System.lineSeparator());
        assertThat(terminal.prompts).hasToString("Password: ");
    }

    @Test
    void aLongReportArrivesWhole() throws IOException {
        String line = "二千通のメール".repeat(1_000);
        Recorded terminal = new Recorded("");
        try (ControlServer server = ControlServer.start(socket(), (arguments, remote) -> {
            for (int i = 0; i < 200; i++) {
                remote.out().print(line);
            }
            return 0;
        })) {
            assertThat(server).isNotNull();
            assertThat(new ControlClient(socket(), terminal).run(List.of())).isZero();
        }
        assertThat(terminal.output.toString()).isEqualTo(line.repeat(200));
    }

    @Test
    void aFaultInACommandIsOneSentenceAndAStatus() throws IOException {
        Recorded terminal = new Recorded("");
        try (ControlServer server = ControlServer.start(socket(), (arguments, remote) -> {
            throw new IllegalStateException("the disk is full");
        })) {
            assertThat(server).isNotNull();
            assertThat(new ControlClient(socket(), terminal).run(List.of("backup")))
                    .isEqualTo(1);
        }
        assertThat(terminal.errors.toString()).contains("the disk is full");
    }

    @Test
    void onlyTheOwnerMayOpenTheSocket() throws IOException {
        try (ControlServer server = ControlServer.start(socket(), (arguments, remote) -> 0)) {
            assertThat(server).isNotNull();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket())))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aSocketThatADeadServerLeftIsReplaced() throws IOException {
        Files.createFile(socket());
        try (ControlServer server = ControlServer.start(socket(), (arguments, remote) -> 7)) {
            assertThat(server).isNotNull();
            assertThat(new ControlClient(socket(), new Recorded("")).run(List.of()))
                    .isEqualTo(7);
        }
    }

    @Test
    void whereNoServerAnswersTheClientSaysSo() {
        ControlClient client = new ControlClient(socket(), new Recorded(""));
        assertThat(client.reachesServer()).isFalse();
        assertThatThrownBy(() -> client.run(List.of("fsck"))).hasMessageContaining("no server answers");
    }

    private Path socket() {
        return directory.resolve("control.sock");
    }

    /** A terminal that remembers what it showed, and answers every question alike. */
    private static final class Recorded implements Terminal {
        private final StringWriter output = new StringWriter();
        private final StringWriter errors = new StringWriter();
        private final StringBuilder prompts = new StringBuilder();
        private final String answer;

        Recorded(String answer) {
            this.answer = answer;
        }

        @Override
        public PrintWriter out() {
            return new PrintWriter(output);
        }

        @Override
        public PrintWriter err() {
            return new PrintWriter(errors);
        }

        @Override
        public String askSecret(String prompt) {
            prompts.append(prompt);
            return answer;
        }
    }
}
