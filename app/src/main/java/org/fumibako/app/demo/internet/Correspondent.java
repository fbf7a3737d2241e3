// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.demo.internet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.fumibako.model.EmailAddress;

/** Writes back to the demo: a server whose mail comes from its own address. Safe for any number of threads. */
final class Correspondent {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final IntSupplier port;
    private final Consumer<String> news;

    /**
     * @param port where the demo takes mail
     * @param news is told what went wrong
     */
    Correspondent(IntSupplier port, Consumer<String> news) {
        this.port = port;
        this.news = news;
    }

    /** @param sender as in MAIL, empty for {@code <>} */
    record Letter(String sender, EmailAddress recipient, String text) {}

    /** Sends in the background. */
    void send(Host from, Letter letter) {
        Thread.ofVirtual().name("internet-letter").start(() -> {
            try {
                deliver(from, letter);
            } catch (IOException refused) {
                news.accept(
                        from.name() + " could not write back to " + letter.recipient() + ": " + refused.getMessage());
            }
        });
    }

    private void deliver(Host from, Letter letter) throws IOException {
        try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port.getAsInt(), from.address(), 0);
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            expect(in, "220");
            say(socket, in, "EHLO " + from.name(), "250");
            say(socket, in, "MAIL FROM:<" + letter.sender() + "> BODY=8BITMIME", "250");
            say(socket, in, "RCPT TO:<" + letter.recipient() + ">", "250");
            say(socket, in, "DATA", "354");
            say(socket, in, letter.text() + ".", "250");
            say(socket, in, "QUIT", "221");
        }
    }

    private static void say(Socket socket, BufferedReader in, String line, String code) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        expect(in, code);
    }

    private static void expect(BufferedReader in, String code) throws IOException {
        String line = in.readLine();
        while (line != null && line.startsWith("-", 3)) {
            line = in.readLine();
        }
        if (line == null || !line.startsWith(code)) {
            throw new IOException(line == null ? "the server hung up" : line);
        }
    }
}
