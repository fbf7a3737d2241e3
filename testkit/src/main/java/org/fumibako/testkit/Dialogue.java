// SPDX-License-Identifier: Apache-2.0
package org.fumibako.testkit;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs the steps of one transcript and remembers what was said. */
final class Dialogue implements AutoCloseable {
    private final TranscriptServer server;
    private final Variables variables;
    private final Map<Integer, LineSocket> connections = new HashMap<>();
    private final List<String> said = new ArrayList<>();

    Dialogue(TranscriptServer server) {
        this.server = server;
        this.variables = new Variables(server.variables());
    }

    /** @throws AssertionError with the dialogue so far when the server does anything else than expected */
    void run(List<Step> steps) {
        for (Step step : steps) {
            try {
                run(step);
            } catch (IOException | IllegalArgumentException e) {
                throw failure(step, e.toString(), e);
            }
        }
    }

    private void run(Step step) throws IOException {
        switch (step) {
            case Step.Send send -> send(send);
            case Step.Expect expect -> expect(expect);
            case Step.Until until -> skipUntil(until);
            case Step.Unordered group -> expectUnordered(group);
            case Step.Connect connect -> connect(connect.connection(), connect.tls());
            case Step.StartTls startTls -> socket(startTls).startTls();
            case Step.Disconnect disconnect -> disconnect(disconnect);
            case Step.Closed closed -> expectClosed(closed);
        }
    }

    private void send(Step.Send send) throws IOException {
        String octets = variables.fill(send.text());
        note("C", send, octets);
        socket(send).send(send.crlf() ? octets + "\r\n" : octets);
    }

    private void expect(Step.Expect expect) throws IOException {
        String line = receive(expect);
        if (!variables.matches(expect.pattern(), line)) {
            throw failure(expect, "expected: " + expect.pattern() + "\n  received: " + Escapes.readable(line), null);
        }
    }

    private void skipUntil(Step.Until until) throws IOException {
        String line = receive(until);
        while (!variables.matches(until.pattern(), line)) {
            line = receive(until);
        }
    }

    private void expectUnordered(Step.Unordered group) throws IOException {
        List<String> missing = new ArrayList<>(group.patterns());
        while (!missing.isEmpty()) {
            String line = receive(group);
            boolean known = missing.stream()
                    .filter(pattern -> variables.matches(pattern, line))
                    .findFirst()
                    .map(missing::remove)
                    .orElse(false);
            if (!known) {
                throw failure(
                        group,
                        "expected one of: " + String.join("\n    ", missing) + "\n  received: "
                                + Escapes.readable(line),
                        null);
            }
        }
    }

    private void expectClosed(Step.Closed closed) throws IOException {
        if (!socket(closed).closedByServer()) {
            throw failure(closed, "expected: the server closes the connection\n  received: more", null);
        }
        said.add("  connection " + closed.connection() + " was closed by the server");
        disconnect(closed);
    }

    private void disconnect(Step step) throws IOException {
        socket(step).close();
        connections.remove(step.connection());
    }

    private String receive(Step step) throws IOException {
        try {
            String line = socket(step).readLine();
            note("S", step, line);
            return line;
        } catch (EOFException e) {
            throw failure(step, e.getMessage() + "\n  expected: " + step, e);
        }
    }

    private LineSocket socket(Step step) throws IOException {
        LineSocket open = connections.get(step.connection());
        return open != null ? open : connect(step.connection(), false);
    }

    private LineSocket connect(int number, boolean tls) throws IOException {
        LineSocket socket = LineSocket.connect(tls ? server.tlsPort() : server.port());
        LineSocket before = connections.put(number, socket);
        if (before != null) {
            before.close();
        }
        if (tls) {
            socket.startTls();
        }
        return socket;
    }

    private void note(String who, Step step, String octets) {
        String number = step.connection() == 1 ? "" : String.valueOf(step.connection());
        said.add("  " + who + number + ": " + Escapes.readable(octets));
    }

    private AssertionError failure(Step step, String what, @Nullable Throwable cause) {
        String soFar = said.isEmpty() ? "  (nothing)" : String.join("\n", said);
        return new AssertionError("line " + step.line() + ":\n  " + what + "\n\nThe dialogue so far:\n" + soFar, cause);
    }

    @Override
    public void close() throws IOException {
        for (LineSocket socket : connections.values()) {
            socket.close();
        }
    }
}
