// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.fumibako.app.Fumibako;
import org.fumibako.app.config.Configuration.Service;
import org.fumibako.app.control.Terminal;

/**
 * Starts a demo, sends and reads a little mail through every protocol, and stops it twice, so that the classes of a start and
 * of a session, and what the compiler should know of the busiest methods, are in the ahead-of-time cache that the launcher
 * is making.
 */
public final class WarmUp {
    /** Starting on data that are there is the usual start, so it is rehearsed too. */
    private static final int STARTS = 2;

    private static final List<String> DELIVERY = List.of(
            "EHLO warm.test",
            "MAIL FROM:<warm@warm.test>",
            "RCPT TO:<taro@example.test>",
            "DATA",
            "Subject: warm\r\n\r\nwarm\r\n.",
            "QUIT");

    private WarmUp() {}

    /** Returns the exit status. */
    public static int run(Path data, Terminal terminal) {
        try {
            for (int start = 0; start < STARTS; start++) {
                try (Fumibako server = Demo.open(data, 0, terminal)) {
                    DemoFile.Login login = DemoFile.read(data).accounts().getFirst();
                    converse(server, login);
                    browse(server, "/", "/api/session");
                    new Rehearsal(server.ports(), login).run();
                }
            }
            return 0;
        } catch (IOException failed) {
            terminal.err().println("fumibako: warm-up: " + failed.getMessage());
            return 1;
        }
    }

    private static void converse(Fumibako server, DemoFile.Login login) throws IOException {
        talk(server, Service.SMTP, DELIVERY);
        talk(
                server,
                Service.IMAP,
                List.of(
                        "a LOGIN " + login.address() + " " + login.password(),
                        "b LIST \"\" * RETURN (STATUS (MESSAGES UNSEEN))",
                        "c SELECT INBOX",
                        "d UID FETCH 1:* (UID FLAGS INTERNALDATE RFC822.SIZE ENVELOPE BODYSTRUCTURE BODY.PEEK[])",
                        "e SEARCH UNSEEN TEXT warm",
                        "f STORE 1 +FLAGS (\\Seen)",
                        "g LOGOUT"));
        talk(
                server,
                Service.POP3,
                List.of("USER " + login.address(), "PASS " + login.password(), "STAT", "UIDL", "RETR 1", "QUIT"));
    }

    private static void browse(Fumibako server, String... paths) throws IOException {
        int port = Objects.requireNonNull(server.ports().get(Service.HTTP));
        for (String path : paths) {
            try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
                socket.setSoTimeout(10_000);
                String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
                socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
                socket.getInputStream().readAllBytes();
            }
        }
    }

    /** Says one line after another, each when the one before is answered, and listens until the server hangs up. */
    private static void talk(Fumibako server, Service service, List<String> lines) throws IOException {
        int port = Objects.requireNonNull(server.ports().get(service));
        try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port);
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            socket.setSoTimeout(10_000);
            in.readLine();
            for (String line : lines) {
                socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
                String answer = in.readLine();
                while (answer != null && !ends(service, line, answer)) {
                    answer = in.readLine();
                }
            }
            while (in.readLine() != null) {
                // The rest of what it says.
            }
        }
    }

    private static boolean ends(Service service, String command, String answer) {
        return switch (service) {
            case IMAP, IMAPS -> answer.startsWith(command.substring(0, 2));
            case POP3, POP3S, SIEVE, DNS, HTTP, HTTPS, METRICS -> true;
            case SMTP, SUBMISSION, SUBMISSIONS, LMTP -> answer.length() < 4 || answer.charAt(3) == ' ';
        };
    }
}
