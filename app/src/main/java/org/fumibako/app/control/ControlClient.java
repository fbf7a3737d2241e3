// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.control;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The operator's side of the control socket. */
public final class ControlClient {
    private final Path path;
    private final Terminal terminal;

    public ControlClient(Path path, Terminal terminal) {
        this.path = path;
        this.terminal = terminal;
    }

    /** Whether a server answers on the socket. */
    public boolean reachesServer() {
        if (!Files.exists(path)) {
            return false;
        }
        try (SocketChannel channel = connect()) {
            return channel.isConnected();
        } catch (IOException nobody) {
            return false;
        }
    }

    /**
     * Runs a command in the server.
     *
     * @return its exit status
     * @throws IOException when no server answers, or it went away; the message is for the operator
     */
    public int run(List<String> arguments) throws IOException {
        try (SocketChannel channel = connect();
                DataInputStream in = new DataInputStream(Channels.newInputStream(channel));
                DataOutputStream out = new DataOutputStream(Channels.newOutputStream(channel))) {
            for (String argument : arguments) {
                new Frame(Frame.Kind.ARGUMENT, argument).write(out);
            }
            new Frame(Frame.Kind.RUN, "").write(out);
            return converse(in, out);
        } catch (java.io.EOFException gone) {
            throw new IOException("the server went away before it had answered", gone);
        }
    }

    private int converse(DataInputStream in, DataOutputStream out) throws IOException {
        while (true) {
            Frame frame = Frame.read(in);
            switch (frame.kind()) {
                case OUT -> print(terminal.out(), frame.text());
                case ERR -> print(terminal.err(), frame.text());
                case ASK -> new Frame(Frame.Kind.ANSWER, terminal.askSecret(frame.text())).write(out);
                case EXIT -> {
                    return Integer.parseInt(frame.text());
                }
                case ARGUMENT, RUN, ANSWER -> throw new IOException("the server does not speak as expected");
            }
        }
    }

    private static void print(java.io.PrintWriter to, String text) {
        to.print(text);
        to.flush();
    }

    private SocketChannel connect() throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(UnixDomainSocketAddress.of(path));
            return channel;
        } catch (IOException nobody) {
            channel.close();
            throw new IOException("no server answers at " + path, nobody);
        }
    }
}
