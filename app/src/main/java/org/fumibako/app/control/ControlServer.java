// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.control;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens on the control socket and runs each command on a virtual thread of its own. */
public final class ControlServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ControlServer.class);

    /** Arguments of one command: more than any command has. */
    private static final int MAX_ARGUMENTS = 1_000;

    private final Path path;
    private final ServerSocketChannel socket;
    private final Command command;

    private ControlServer(Path path, ServerSocketChannel socket, Command command) {
        this.path = path;
        this.socket = socket;
        this.command = command;
    }

    /** What runs when a command arrives. */
    public interface Command {
        /** Returns the exit status. */
        int run(List<String> arguments, Terminal terminal);
    }

    /** Starts listening; a socket that a dead server left behind is replaced. */
    public static ControlServer start(Path path, Command command) throws IOException {
        Files.deleteIfExists(path);
        ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        socket.bind(UnixDomainSocketAddress.of(path));
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        ControlServer server = new ControlServer(path, socket, command);
        Thread.ofVirtual().name("control").start(server::accept);
        return server;
    }

    @Override
    public void close() {
        try {
            socket.close();
            Files.deleteIfExists(path);
        } catch (IOException gone) {
            LOG.debug("control socket: {}", gone.getMessage());
        }
    }

    private void accept() {
        while (true) {
            try {
                SocketChannel peer = socket.accept();
                Thread.ofVirtual().name("control-command").start(() -> serve(peer));
            } catch (ClosedChannelException closing) {
                return;
            } catch (IOException failed) {
                LOG.warn("control socket: {}", failed.getMessage());
                return;
            }
        }
    }

    private void serve(SocketChannel peer) {
        try (peer;
                DataInputStream in = new DataInputStream(Channels.newInputStream(peer));
                DataOutputStream out = new DataOutputStream(Channels.newOutputStream(peer))) {
            List<String> arguments = arguments(in);
            int status = run(arguments, new RemoteTerminal(in, out));
            new Frame(Frame.Kind.EXIT, Integer.toString(status)).write(out);
        } catch (IOException | UncheckedIOException left) {
            LOG.debug("control socket: {}", left.getMessage());
        }
    }

    private int run(List<String> arguments, RemoteTerminal terminal) {
        try {
            return command.run(arguments, terminal);
        } catch (UncheckedIOException left) {
            throw left;
        } catch (RuntimeException fault) {
            LOG.error("admin {} failed", arguments.isEmpty() ? "" : arguments.getFirst(), fault);
            terminal.err().println("The server could not do that: " + fault.getMessage());
            return 1;
        } finally {
            terminal.out().flush();
            terminal.err().flush();
        }
    }

    private static List<String> arguments(DataInputStream in) throws IOException {
        List<String> arguments = new ArrayList<>();
        for (Frame frame = Frame.read(in); frame.kind() == Frame.Kind.ARGUMENT; frame = Frame.read(in)) {
            arguments.add(frame.text());
            if (arguments.size() > MAX_ARGUMENTS) {
                throw new IOException("too many arguments");
            }
        }
        return arguments;
    }

    /** The operator's terminal, at the other end of the socket. */
    private static final class RemoteTerminal implements Terminal {
        private final DataInputStream in;
        private final DataOutputStream out;
        private final PrintWriter stdout;
        private final PrintWriter stderr;

        RemoteTerminal(DataInputStream in, DataOutputStream out) {
            this.in = in;
            this.out = out;
            this.stdout = new PrintWriter(new FrameWriter(out, Frame.Kind.OUT), false);
            this.stderr = new PrintWriter(new FrameWriter(out, Frame.Kind.ERR), false);
        }

        @Override
        public PrintWriter out() {
            return stdout;
        }

        @Override
        public PrintWriter err() {
            return stderr;
        }

        @Override
        public String askSecret(String prompt) {
            try {
                stdout.flush();
                new Frame(Frame.Kind.ASK, prompt).write(out);
                Frame answer = Frame.read(in);
                if (answer.kind() != Frame.Kind.ANSWER) {
                    throw new IOException("no answer");
                }
                return answer.text();
            } catch (IOException nobody) {
                throw new UncheckedIOException(nobody);
            }
        }
    }

    /** Sends what is written as frames; a long report arrives in pieces while it is made. */
    private static final class FrameWriter extends Writer {
        private static final int PIECE = 8_192;

        private final DataOutputStream out;
        private final Frame.Kind kind;
        private final StringBuilder waiting = new StringBuilder();

        FrameWriter(DataOutputStream out, Frame.Kind kind) {
            this.out = out;
            this.kind = kind;
        }

        @Override
        public void write(char[] text, int offset, int length) throws IOException {
            waiting.append(text, offset, length);
            if (waiting.length() >= PIECE) {
                flush();
            }
        }

        @Override
        public void flush() throws IOException {
            for (int from = 0; from < waiting.length(); from += PIECE) {
                int to = Math.min(waiting.length(), from + PIECE);
                new Frame(kind, waiting.substring(from, to)).write(out);
            }
            waiting.setLength(0);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
