// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fumibako.app.config.Configuration.Service;

/**
 * Keeps the server busy for a few seconds with the work it does most, so that the profiles of its hot methods go into the
 * ahead-of-time cache (JEP 515) and a server that has just started compiles them at once. Without it the first ten thousand
 * messages cost twice as much processor time as the later ones.
 */
final class Rehearsal {
    private static final int CONNECTIONS = 8;
    private static final int DELIVERIES = 250;
    private static final int APPENDS = 60;
    private static final int LISTINGS = 6;

    /** About 4 KB, as most mail is. */
    private static final String BODY = "The quick brown fox jumps over the lazy dog, and nobody minds.\r\n".repeat(60);

    private final Map<Service, Integer> ports;
    private final DemoFile.Login login;

    Rehearsal(Map<Service, Integer> ports, DemoFile.Login login) {
        this.ports = ports;
        this.login = login;
    }

    void run() throws IOException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> parts = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                String name = "rehearsal-" + i;
                parts.add(threads.submit(() -> deliver(name)));
            }
            parts.add(threads.submit(this::access));
            for (Future<?> part : parts) {
                part.get();
            }
        } catch (ExecutionException failed) {
            throw new IOException("the rehearsal failed: " + failed.getCause(), failed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private Void deliver(String name) throws IOException {
        try (Peer peer = connect(Service.SMTP)) {
            peer.say("EHLO warm.test\r\n", "250 ");
            for (int i = 0; i < DELIVERIES; i++) {
                peer.say("MAIL FROM:<warm@warm.test>\r\nRCPT TO:<" + login.address() + ">\r\nDATA\r\n", "354 ");
                peer.say(message(name, i) + ".\r\n", "250 ");
            }
            peer.say("QUIT\r\n", "221 ");
        }
        return null;
    }

    private Void access() throws IOException {
        try (Peer peer = connect(Service.IMAP)) {
            peer.say("a LOGIN " + login.address() + " " + login.password() + "\r\n", "a OK");
            for (int i = 0; i < APPENDS; i++) {
                String message = message("append", i);
                peer.say("b APPEND Trash {" + message.length() + "+}\r\n" + message + "\r\n", "b OK");
            }
            peer.say("c SELECT Trash\r\n", "c OK");
            for (int i = 0; i < LISTINGS; i++) {
                peer.say("d UID FETCH 1:* (UID FLAGS INTERNALDATE RFC822.SIZE ENVELOPE)\r\n", "d OK");
                peer.say("e UID FETCH 1:* (FLAGS)\r\n", "e OK");
                peer.say("f UID FETCH 1:* BODY.PEEK[]\r\n", "f OK");
                peer.say("g UID STORE 1:* +FLAGS.SILENT (\\Seen)\r\n", "g OK");
            }
            peer.say("h STORE 1:* +FLAGS.SILENT (\\Deleted)\r\n", "h OK");
            peer.say("i EXPUNGE\r\n", "i OK");
            peer.say("j LOGOUT\r\n", "j OK");
        }
        return null;
    }

    private static String message(String name, int number) {
        return "From: Warm <warm@warm.test>\r\nTo: taro@example.test\r\nSubject: Rehearsal " + number
                + "\r\nDate: Wed, 25 Nov 2026 10:00:00 +0900\r\nMessage-ID: <" + number + "." + name
                + "@warm.test>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + BODY;
    }

    private Peer connect(Service service) throws IOException {
        return new Peer(new Socket(InetAddress.ofLiteral("127.0.0.1"), Objects.requireNonNull(ports.get(service))));
    }

    /** The other end of a session. */
    private record Peer(Socket socket, BufferedReader in) implements AutoCloseable {
        Peer(Socket socket) throws IOException {
            this(
                    socket,
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1)));
            socket.setSoTimeout(30_000);
        }

        /** Sends {@code text} and reads on until a line begins with {@code end}. */
        void say(String text, String end) throws IOException {
            OutputStream out = socket.getOutputStream();
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
            String line = in.readLine();
            while (line != null && !line.startsWith(end)) {
                line = in.readLine();
            }
            if (line == null) {
                throw new IOException("the server hung up before " + end);
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
