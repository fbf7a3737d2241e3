// SPDX-License-Identifier: Apache-2.0
package org.fumibako.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * A mail server that takes what it is sent, remembers it octet by octet, and misbehaves as its script says. It believes in every
 * recipient. For tests and demonstrations; safe for any number of threads.
 */
public final class SinkMx implements AutoCloseable {
    private final SinkScript script;
    private final ServerSocket listening;
    private final List<ReceivedMail> received = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final List<String> reads = new ArrayList<>();
    private final Map<SinkScript.Rule, Integer> used = new HashMap<>();
    private final Set<Socket> open = new HashSet<>();
    private int connections;
    private boolean closed;

    private final Thread accepting;

    private SinkMx(SinkScript script, ServerSocket listening) {
        this.script = script;
        this.listening = listening;
        this.accepting = Thread.ofVirtual().name("sink-mx").unstarted(this::accept);
    }

    /** On a free port of 127.0.0.1. */
    public static SinkMx start(SinkScript script) throws IOException {
        return start(script, InetAddress.getLoopbackAddress(), 0);
    }

    /** On an address of this machine, such as 127.0.0.2; port 0 takes a free one. */
    public static SinkMx start(SinkScript script, InetAddress address, int port) throws IOException {
        SinkMx sink = new SinkMx(script, new ServerSocket(port, 200, address));
        sink.accepting.start();
        return sink;
    }

    public int port() {
        return listening.getLocalPort();
    }

    public InetAddress address() {
        return listening.getInetAddress();
    }

    /** The messages taken so far, in order. */
    public synchronized List<ReceivedMail> received() {
        return List.copyOf(received);
    }

    /** Waits until so many messages were taken, and returns them; fails at the deadline of {@link LineSocket}. */
    public synchronized List<ReceivedMail> await(int count) throws InterruptedException {
        await(() -> received.size() >= count, count + " messages");
        return List.copyOf(received);
    }

    /** Waits until a client has sent a command that begins so. */
    public synchronized void awaitLine(String beginning) throws InterruptedException {
        await(() -> lines.stream().anyMatch(line -> line.startsWith(beginning)), beginning);
    }

    private synchronized void await(BooleanSupplier happened, String what) throws InterruptedException {
        long end = System.nanoTime() + LineSocket.DEADLINE.toNanos();
        while (!happened.getAsBoolean()) {
            long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
            if (left <= 0) {
                throw new AssertionError(
                        "waited in vain for " + what + ", got " + received.size() + " messages, " + lines);
            }
            wait(left);
        }
    }

    /** Every command line, in order, over all connections. */
    public synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    /** What each read from the sockets brought: on an idle machine, what the client sent with one write. */
    public synchronized List<String> reads() {
        return List.copyOf(reads);
    }

    /** How many connections were made. */
    public synchronized int connections() {
        return connections;
    }

    @Override
    public void close() throws IOException {
        listening.close();
        List<Socket> still;
        synchronized (this) {
            closed = true;
            notifyAll();
            still = List.copyOf(open);
        }
        for (Socket socket : still) {
            socket.close();
        }
        awaitPortClosed();
    }

    /** The port takes connections until the thread that waits for one has noticed. */
    private void awaitPortClosed() {
        try {
            accepting.join(LineSocket.DEADLINE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets a session do nothing at all. */
    synchronized void awaitClose() {
        try {
            while (!closed) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    SinkScript script() {
        return script;
    }

    synchronized void line(String line) {
        lines.add(line);
        notifyAll();
    }

    synchronized void read(String octets) {
        reads.add(octets);
    }

    synchronized void take(ReceivedMail mail) {
        received.add(mail);
        notifyAll();
    }

    /** The exception that is due for what the client did, if there is one left. */
    synchronized Optional<Reaction> reaction(String event) {
        for (SinkScript.Rule rule : script.rules()) {
            int times = used.getOrDefault(rule, 0);
            if (times < rule.times()
                    && event.regionMatches(
                            true, 0, rule.beginning(), 0, rule.beginning().length())) {
                used.put(rule, times + 1);
                return Optional.of(rule.reaction());
            }
        }
        return Optional.empty();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listening.accept();
                synchronized (this) {
                    connections++;
                    open.add(socket);
                }
                Thread.ofVirtual().name("sink-mx-session").start(() -> serve(socket));
            }
        } catch (IOException e) {
            // Closed: the test is over.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            new SinkSession(this, socket).run();
        } catch (IOException e) {
            // The client left, or does not like our TLS: that is what tests are about.
        } finally {
            synchronized (this) {
                open.remove(socket);
            }
        }
    }
}
