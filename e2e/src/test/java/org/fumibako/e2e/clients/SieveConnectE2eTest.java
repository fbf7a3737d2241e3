// SPDX-License-Identifier: Apache-2.0
package org.fumibako.e2e.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fumibako.e2e.server.Account;
import org.fumibako.e2e.server.Server;
import org.fumibako.e2e.server.ServerUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A ManageSieve client manages the script by which mail is sorted. */
@ExtendWith(ServerUnderTest.class)
final class SieveConnectE2eTest {

    private static final String SCRIPT = """
            require ["fileinto", "mailbox"];
            if header :contains "subject" "invoice" {
                fileinto :create "Money";
            }
            """;

    private final Program program;

    SieveConnectE2eTest(@TempDir Path home) {
        this.program = new Program(home);
    }

    @Test
    void uploadedScriptIsActivatedAndReadBackAndUnsoundOnesAreRefused(Server server) throws Exception {
        Account account = server.newAccount();
        Path sound = program.file("sound.sieve", SCRIPT);
        Path unsound = program.file("unsound.sieve", "levitate;\n");

        connect(server, account, "--upload", "--localsieve", sound.toString(), "--remotesieve", "main")
                .success();
        connect(server, account, "--activate", "--remotesieve", "main").success();
        assertThat(connect(server, account, "--list").success().output()).contains("\"main\" ACTIVE");
        assertThat(connect(server, account, "--download", "--remotesieve", "main", "--localsieve", "-")
                        .success()
                        .output())
                .contains("fileinto :create \"Money\";");
        assertThat(connect(server, account, "--upload", "--localsieve", unsound.toString(), "--remotesieve", "bad")
                        .output())
                .contains("line 1, column 1: there is no command");
    }

    private Program.Outcome connect(Server server, Account account, String... action)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "sieve-connect",
                "--server",
                "localhost",
                "--port",
                Integer.toString(server.port("sieve")),
                "--user",
                account.address(),
                "--passwordfd",
                "0",
                "--tlscafile",
                server.ca().toString()));
        command.addAll(List.of(action));
        return program.run(command, account.password() + "\n");
    }
}
