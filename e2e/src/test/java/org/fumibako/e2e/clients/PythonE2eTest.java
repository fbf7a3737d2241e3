// SPDX-License-Identifier: Apache-2.0
package org.fumibako.e2e.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.fumibako.e2e.server.Account;
import org.fumibako.e2e.server.Server;
import org.fumibako.e2e.server.ServerUnderTest;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Python's own clients; each script checks for itself and ends with {@code ok}. */
@ExtendWith(ServerUnderTest.class)
final class PythonE2eTest {

    /** The interpreter that Debian's packages are for, whatever else is on the path. */
    private static final String PYTHON = "/usr/bin/python3";

    private final Program program;

    PythonE2eTest(@TempDir Path home) {
        this.program = new Program(home);
    }

    @ParameterizedTest
    @ValueSource(strings = {"smtplib_client.py", "imaplib_client.py", "poplib_client.py", "dkim_client.py"})
    void pythonsOwnClientsWork(String name, Server server) throws Exception {
        Account account = server.newAccount();
        Path script = program.file(name, script(name));
        String settings = """
                {"host": "localhost", "ca": "%s", "user": "%s", "password": "%s", "smtp": %d, "submission": %d,
                 "submissions": %d, "imap": %d, "imaps": %d, "pop3": %d, "pop3s": %d, "dns": %d}
                """.formatted(
                        server.ca(),
                        account.address(),
                        account.password(),
                        server.port("smtp"),
                        server.port("submission"),
                        server.port("submissions"),
                        server.port("imap"),
                        server.port("imaps"),
                        server.port("pop3"),
                        server.port("pop3s"),
                        server.port("dns"));

        Program.Outcome outcome = program.run(List.of(PYTHON, script.toString()), settings);

        assertThat(outcome.success().output()).endsWith("ok\n");
    }

    private static String script(String name) throws IOException {
        try (InputStream in = PythonE2eTest.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
