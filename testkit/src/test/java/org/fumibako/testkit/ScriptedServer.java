// SPDX-License-Identifier: Apache-2.0
package org.fumibako.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Greets, answers each line it knows with fixed octets, and closes at QUIT; for tests of this module. */
final class ScriptedServer implements TranscriptServer {
    private final ServerSocket listening;
    private final String greeting;
    private final Map<String, String> answers;

    ScriptedServer(String greeting, Map<String, String> answers) throws IOException {
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.greeting = greeting;
        this.answers = answers;
        Thread.startVirtualThread(this::accept);
    }

    @Override
    public int port() {
        return listening.getLocalPort();
    }

    @Override
    public Map<String, String> variables() {
        return Map.of("user", "taro", "password", "文箱");
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listening.accept();
                Thread.startVirtualThread(() -> serve(socket));
            }
        } catch (IOException e) {
            // Closed: the test is over.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            send(socket, greeting);
            String line = readLine(socket);
            while (line != null && !line.equals("QUIT")) {
                send(socket, answers.getOrDefault(line, "? " + line + "\r\n"));
                line = readLine(socket);
            }
        } catch (IOException e) {
            // The client left.
        }
    }

    private static void send(Socket socket, String octets) throws IOException {
        socket.getOutputStream().write(octets.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String readLine(Socket socket) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int octet = socket.getInputStream().read();
        while (octet >= 0 && octet != '\n') {
            line.write(octet);
            octet = socket.getInputStream().read();
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return octet < 0 ? null : text.substring(0, text.length() - 1);
    }
}
