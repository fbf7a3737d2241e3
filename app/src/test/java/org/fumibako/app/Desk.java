// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.fumibako.app.config.Configuration.Service;
import org.fumibako.app.control.Terminal;
import org.fumibako.app.demo.Demo;
import org.fumibako.testkit.SmtpClient;

/** A demo's server and an operator who types commands at it. */
final class Desk implements AutoCloseable {
    static final String PASSWORD = "correct horse battery";

    private final Path data;
    private final Fumibako server;

    Desk(Path data) {
        this.data = data;
        this.server = Demo.open(data, 0, new Screen(""));
    }

    /**
     * What a command came to.
     *
     * @param status of exit
     * @param output everything on standard output, {@code errors} likewise
     */
    record Answer(int status, String output, String errors) {}

    Fumibako server() {
        return server;
    }

    Answer admin(String... line) {
        return adminWith("", line);
    }

    /** Like {@link #admin}, with something on standard input. */
    Answer adminWith(String input, String... line) {
        Screen screen = new Screen(input);
        int status = new AdminCommand(screen)
                .run(Stream.concat(Stream.of(line), Stream.of("--data", data.toString()))
                        .toList());
        return new Answer(status, screen.output.toString(), screen.errors.toString());
    }

    void deliver(String sender, String recipient, String message) throws IOException {
        try (SmtpClient stranger = SmtpClient.connect(server.ports().get(Service.SMTP))) {
            stranger.command("EHLO elsewhere.test");
            SmtpClient.Reply reply = stranger.send(sender, List.of(recipient), message);
            if (reply.code() != 250) {
                throw new IllegalStateException(reply.toString());
            }
        }
    }

    @Override
    public void close() {
        server.close();
    }

    /** Remembers what is shown, and answers every question with the password. */
    private static final class Screen implements Terminal {
        private final StringWriter output = new StringWriter();
        private final StringWriter errors = new StringWriter();
        private final String input;

        Screen(String input) {
            this.input = input;
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
            return input.isEmpty() ? PASSWORD : input;
        }
    }
}
