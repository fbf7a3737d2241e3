// SPDX-License-Identifier: Apache-2.0
package org.fumibako.pop3;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.fumibako.testkit.LineSocket;

/** A client that says one line at a time. */
final class Client implements AutoCloseable {
    private final LineSocket socket;

    private Client(LineSocket socket) {
        this.socket = socket;
    }

    static Client connect(House house) throws IOException {
        Client client = new Client(LineSocket.connect(house.port()));
        assertThat(client.socket.readLine()).startsWith("+OK");
        return client;
    }

    static Client signedIn(House house) throws IOException {
        Client client = connect(house);
        client.say("USER " + House.TARO);
        assertThat(client.say("PASS " + House.PASSWORD)).startsWith("+OK");
        return client;
    }

    /** Says a line, and hands back the first line of the answer. */
    String say(String line) throws IOException {
        socket.send(line + "\r\n");
        return socket.readLine();
    }

    /** The other lines of an answer with several, as they came. */
    List<String> rest() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = socket.readLine(); !line.equals("."); line = socket.readLine()) {
            lines.add(line);
        }
        return lines;
    }

    /** What still comes until the server closes. */
    List<String> untilClosed() throws IOException {
        List<String> lines = new ArrayList<>();
        while (true) {
            try {
                lines.add(socket.readLine());
            } catch (EOFException closed) {
                return lines;
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
