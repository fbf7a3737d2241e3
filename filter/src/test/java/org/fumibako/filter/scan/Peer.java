// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.scan;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A program that reads up to the end of a question, answers, and closes; with another answer the next time. */
final class Peer implements AutoCloseable {
    private final ServerSocket server;

    @SuppressWarnings("JdkObsolete") // written by the peer's thread, read by the test's
    private final StringBuffer heard = new StringBuffer();

    private Peer(ServerSocket server) {
        this.server = server;
    }

    private Peer(ServerSocket server, String end, Queue<String> answers) {
        this(server);
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try (Socket socket = server.accept()) {
                    hear(socket.getInputStream(), end);
                    String answer = answers.poll();
                    socket.getOutputStream()
                            .write((answer == null ? "" : answer).getBytes(StandardCharsets.ISO_8859_1));
                } catch (IOException closed) {
                    return;
                }
            }
        });
    }

    static Peer answering(String end, String... answers) throws IOException {
        ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        return new Peer(server, end, new ConcurrentLinkedQueue<>(List.of(answers)));
    }

    /** One that lets others connect, and never says anything. */
    static Peer silent() throws IOException {
        return new Peer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    }

    /** Where nobody listens. */
    static Door closed() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            return Door.of((InetSocketAddress) server.getLocalSocketAddress());
        }
    }

    private void hear(InputStream in, String end) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.length() <= end.length() || !text.toString().endsWith(end)) {
            int octet = in.read();
            if (octet < 0) {
                break;
            }
            text.append((char) octet);
        }
        heard.append(text);
    }

    Door door() {
        return Door.of((InetSocketAddress) server.getLocalSocketAddress());
    }

    int port() {
        return server.getLocalPort();
    }

    String heard() {
        return heard.toString();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
