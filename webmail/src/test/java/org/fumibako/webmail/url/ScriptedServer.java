// SPDX-License-Identifier: Apache-2.0
package org.fumibako.webmail.url;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A web server on loopback that answers its connections one after the other with what it is told, and notes what was asked. */
public final class ScriptedServer implements AutoCloseable {
    /** As the answer: keeps the connection open without a word. */
    public static final String SILENCE = "";

    private final ServerSocket socket;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);

    /** @param answers one a connection, characters as octets; the last for all that follow */
    public ScriptedServer(String... answers) {
        this(anywhere(), answers);
    }

    /** @param socket where it listens, which may be one of TLS; closed with this */
    public ScriptedServer(ServerSocket socket, String... answers) {
        this.socket = socket;
        Thread.ofVirtual().start(() -> serve(answers));
    }

    private static ServerSocket anywhere() {
        try {
            return new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(String... answers) {
        for (int i = 0; !socket.isClosed(); i++) {
            String answer = answers[Math.min(i, answers.length - 1)];
            try {
                Socket connection = socket.accept();
                Thread.ofVirtual().start(() -> answer(connection, answer));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answer(Socket from, String answer) {
        try (Socket connection = from) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
            StringBuilder request = new StringBuilder();
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                request.append(line).append('\n');
            }
            int body = request.toString().startsWith("POST")
                    ? Integer.parseInt(request.toString().replaceAll("(?s).*Content-Length: (\\d+).*", "$1"))
                    : 0;
            for (int i = 0; i < body; i++) {
                request.append((char) in.read());
            }
            requests.add(request.toString());
            if (answer.equals(SILENCE)) {
                over.await();
                return;
            }
            connection.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException gone) {
            // Whoever asked has gone.
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** What was asked, each request's lines ending with LF. */
    public List<String> requests() {
        return requests;
    }

    @Override
    public void close() {
        over.countDown();
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
