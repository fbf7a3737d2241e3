// SPDX-License-Identifier: Apache-2.0
package org.fumibako.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The server that mail leaves for: takes everything at once, counts it, and looks whether it is signed. It costs the machine as little
 * as a server can, for the senders share its cores.
 */
final class Sink implements AutoCloseable {

    /** A recipient whose mail is counted by itself as well, and never put off. */
    static final String MARKED = "marked@elsewhere.test";

    private static final Duration PAUSE = Duration.ofMillis(2);
    private static final byte[] SIGNATURE = "DKIM-Signature:".getBytes(US_ASCII);

    private static final byte[] FOR_MARKED = ("RCPT TO:<" + MARKED).getBytes(US_ASCII);
    private static final String OK = "250 ok\r\n";

    /** Octets of a message in which a signature is looked for: the fields that a sender adds come first. */
    private static final int SIGNED_WITHIN = 16 * 1024;

    private final ServerSocket listening = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
    private final AtomicLong messages = new AtomicLong();
    private final AtomicLong signed = new AtomicLong();
    private final AtomicLong marked = new AtomicLong();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean willing = true;

    Sink() throws IOException {
        Thread.ofVirtual().name("sink").start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    long messages() {
        return messages.get();
    }

    /** How many of the messages had a DKIM signature. */
    long signed() {
        return signed.get();
    }

    /** How many of the messages were for {@link #MARKED}. */
    long marked() {
        return marked.get();
    }

    /** Whether it takes mail; otherwise it puts every recipient off, but the marked one. */
    void willing(boolean yes) {
        willing = yes;
    }

    /** Waits until so many messages came in all. */
    void await(long count, Duration limit) throws IOException {
        Waiting.until(count + " messages at the sink", limit, PAUSE, () -> messages.get() >= count);
    }

    void awaitMarked(long count, Duration limit) throws IOException {
        Waiting.until(count + " marked messages at the sink", limit, PAUSE, () -> marked.get() >= count);
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listening.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException closed) {
            // The run is over.
        }
    }

    private void serve(Socket socket) {
        try (socket;
                Wire wire = Wire.over(socket)) {
            new Session(wire).run();
        } catch (IOException gone) {
            // The sender left.
        } finally {
            open.remove(socket);
        }
    }

    /** One sender. */
    private final class Session {

        private final Wire wire;
        private boolean forMarked;
        private boolean accepted;

        Session(Wire wire) {
            this.wire = wire;
        }

        void run() throws IOException {
            wire.write("220 sink.test ESMTP\r\n");
            do {
                wire.readLine();
            } while (answer());
        }

        private boolean answer() throws IOException {
            switch (wire.at(0)) {
                case 'E' -> wire.write("250-sink.test\r\n250-PIPELINING\r\n250-8BITMIME\r\n250 SIZE 100000000\r\n");
                case 'D' -> data();
                case 'Q' -> {
                    wire.write("221 bye\r\n");
                    return false;
                }
                case 'R' -> wire.write(wire.at(1) == 'C' ? recipient() : OK);
                default -> wire.write(OK);
            }
            return true;
        }

        private String recipient() {
            forMarked = wire.startsWith(FOR_MARKED);
            accepted = willing || forMarked;
            return accepted ? OK : "450 4.2.1 not now\r\n";
        }

        /** A client that pipelines sends DATA although its recipient was put off (RFC 2920 §3.1). */
        private void data() throws IOException {
            if (!accepted) {
                wire.write("503 5.5.1 no recipients\r\n");
                return;
            }
            wire.write("354 go on\r\n");
            take();
            wire.write(OK);
        }

        /** Reads up to the dot and looks for a signature in the first octets, without keeping any. */
        private void take() throws IOException {
            boolean found = false;
            long octets = 0;
            wire.readLine();
            while (wire.lineLength() != 1 || wire.at(0) != '.') {
                found |= octets < SIGNED_WITHIN && wire.startsWith(SIGNATURE);
                octets += wire.lineLength() + 2;
                wire.readLine();
            }
            messages.incrementAndGet();
            signed.addAndGet(found ? 1 : 0);
            marked.addAndGet(forMarked ? 1 : 0);
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
