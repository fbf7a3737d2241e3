// SPDX-License-Identifier: Apache-2.0
package org.fumibako.e2e.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Somebody else's mail server: takes everything and remembers when each message came, by its Subject. Every so often it takes a
 * message and hangs up instead of saying so.
 */
final class Sink implements AutoCloseable {

    private final ServerSocket listening = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    private final Map<String, List<Instant>> taken = new ConcurrentHashMap<>();
    private final Map<String, Boolean> unanswered = new ConcurrentHashMap<>();
    private final AtomicLong messages = new AtomicLong();
    private final int hangUpEvery;

    Sink(int hangUpEvery) throws IOException {
        this.hangUpEvery = hangUpEvery;
        Thread.ofVirtual().name("sink").start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** When a message was taken; more than once for a duplicate. */
    List<Instant> taken(String subject) {
        return taken.getOrDefault(subject, List.of());
    }

    /** Whether the sender was not told that a message was taken. */
    boolean unanswered(String subject) {
        return unanswered.containsKey(subject);
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listening.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            say(socket, "220 sink.test");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!answer(socket, in, line)) {
                    return;
                }
            }
        } catch (IOException gone) {
            // The server was killed.
        }
    }

    private boolean answer(Socket socket, BufferedReader in, String line) throws IOException {
        String verb = line.length() < 4 ? line : line.substring(0, 4).toUpperCase(java.util.Locale.ROOT);
        switch (verb) {
            case "DATA" -> {
                say(socket, "354 go on");
                return take(socket, message(in));
            }
            case "QUIT" -> {
                say(socket, "221 bye");
                return false;
            }
            case "EHLO" -> say(socket, "250-sink.test\r\n250 8BITMIME");
            default -> say(socket, "250 ok");
        }
        return true;
    }

    private static String message(BufferedReader in) throws IOException {
        String subject = "";
        for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
            if (line == null) {
                throw new IOException("cut short");
            }
            if (line.startsWith("Subject: ")) {
                subject = line.substring("Subject: ".length());
            }
        }
        return subject;
    }

    private boolean take(Socket socket, String subject) throws IOException {
        taken.computeIfAbsent(subject, key -> java.util.Collections.synchronizedList(new ArrayList<>()))
                .add(Instant.now());
        if (messages.incrementAndGet() % hangUpEvery == 0) {
            unanswered.put(subject, true);
            return false;
        }
        say(socket, "250 taken");
        return true;
    }

    private static void say(Socket socket, String line) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
