// SPDX-License-Identifier: Apache-2.0
package org.fumibako.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLKeyException;
import javax.net.ssl.SSLSocket;
import org.fumibako.model.DomainName;
import org.jspecify.annotations.Nullable;

/**
 * One peer. Its handler's thread reads and writes; {@link #close()}, {@link #closing()} and the accessors may be called from
 * any thread. Another thread than the handler's may write when the handler does not.
 */
public final class Connection implements AutoCloseable {
    /** RFC 9266 §4. */
    private static final int BINDING_OCTETS = 32;

    private final String session;
    private final Socket raw;
    private final InetAddress peer;
    private final ListenerConfig config;
    private final BoundedReader in;
    private final Output out;
    private final Stall stall = new Stall();
    private volatile Socket socket;
    private volatile Optional<DomainName> serverName = Optional.empty();
    private final AtomicReference<Runnable> last = new AtomicReference<>(() -> {});
    private volatile boolean closing;
    private InputStream input;
    private OutputStream output;
    private @Nullable Compression compression;
    private int soTimeout;

    Connection(String session, Socket raw, InetAddress peer, ListenerConfig config) throws IOException {
        this.session = session;
        this.raw = raw;
        this.peer = peer;
        this.config = config;
        this.socket = raw;
        this.input = raw.getInputStream();
        this.output = raw.getOutputStream();
        this.in = new BoundedReader(this::receive);
        this.out = new Output(this::send);
    }

    /** A short unique id, the same in log and journal. */
    public String session() {
        return session;
    }

    /** Where the peer is; behind a proxy that we trust, what the proxy says. */
    public InetAddress peer() {
        return peer;
    }

    /** Whether what is read and written is protected by TLS. */
    public boolean secure() {
        return socket instanceof SSLSocket;
    }

    /** Whether {@link #startTls()} can be offered: there is a certificate and TLS is not on yet. */
    public boolean tlsAvailable() {
        return !secure() && config.tls().isPresent();
    }

    /** The name the peer asked for in its TLS handshake (RFC 6066 §3). */
    public Optional<DomainName> serverName() {
        return serverName;
    }

    /** The TLS version and cipher suite, such as {@code TLSv1.3 TLS_AES_128_GCM_SHA256}; empty in clear. */
    public Optional<String> tlsParameters() {
        return socket instanceof SSLSocket tls
                ? Optional.of(
                        tls.getSession().getProtocol() + " " + tls.getSession().getCipherSuite())
                : Optional.empty();
    }

    /** Whether {@link #channelBinding} has something: under TLS 1.3. */
    public boolean bound() {
        return socket instanceof SSLSocket tls && tls.getSession().getProtocol().equals("TLSv1.3");
    }

    /**
     * What both ends of this TLS connection know and nobody else does: the channel binding {@code tls-exporter} (RFC 9266), 32 octets.
     * Empty without TLS 1.3, under which alone it is safe as it is (RFC 9266 §4.2).
     */
    public Optional<byte[]> channelBinding() {
        if (bound() && socket instanceof SSLSocket tls && tls.getSession() instanceof ExtendedSSLSession session) {
            try {
                return Optional.of(
                        session.exportKeyingMaterialData("EXPORTER-Channel-Binding", new byte[0], BINDING_OCTETS));
            } catch (SSLKeyException none) {
                throw new IllegalStateException("TLS 1.3 has a secret to export", none);
            }
        }
        return Optional.empty();
    }

    public BoundedReader in() {
        return in;
    }

    public Output out() {
        return out;
    }

    /**
     * Flushes, and goes on under TLS. State that was learned in clear is the caller's to forget.
     *
     * @throws PipelinedBeforeTlsException when the peer had already sent more
     * @throws IOException when the handshake failed or took too long; the connection is of no use then
     */
    public void startTls() throws IOException {
        out.flush();
        if (in.buffered()) {
            throw new PipelinedBeforeTlsException();
        }
        TlsContexts contexts = config.tls().orElseThrow(() -> new IllegalStateException("no TLS here"));
        SSLSocket tls = contexts.wrap(raw, new WakeableInput(raw.getInputStream(), this::closing));
        raw.setSoTimeout((int) config.handshakeTimeout().toMillis());
        soTimeout = -1;
        stall.begin(config.handshakeTimeout());
        try {
            tls.startHandshake();
        } finally {
            stall.end();
        }
        serverName = TlsContexts.requestedName(tls.getSession());
        input = tls.getInputStream();
        output = tls.getOutputStream();
        socket = tls;
        in.switchTo(this::receive);
        out.switchTo(this::send);
    }

    /**
     * Flushes, and goes on compressed, both ways (RFC 4978 §3).
     *
     * @throws IOException when the peer had already sent more
     */
    public void startDeflate() throws IOException {
        out.flush();
        if (in.buffered()) {
            throw new IOException("input before compression was agreed on");
        }
        Compression started = new Compression(this::receive, this::send);
        in.switchTo(started::read);
        out.switchTo(started::write);
        compression = started;
    }

    /** Whether what is read and written is compressed. */
    public boolean compressed() {
        return compression != null;
    }

    /**
     * From now on a line must be complete, and a bulk read must bring something, within {@code timeout}; otherwise the read
     * fails with {@link java.net.SocketTimeoutException}. {@link Duration#ZERO} waits for ever.
     */
    public void readTimeout(Duration timeout) {
        in.timeout(timeout);
    }

    /** Whether the server is stopping: finish what is being committed, say goodbye and return. Reads see the end of the stream. */
    public boolean closing() {
        return closing;
    }

    /** Drops the connection at once; whoever reads or writes fails. Idempotent. */
    @Override
    public void close() {
        try {
            raw.close();
        } catch (IOException e) {
            // The descriptor is gone either way.
        }
        last.getAndSet(() -> {}).run();
    }

    /** Has {@code work} run once the connection is closed, which every one is in the end; by any thread, and it may not block or fail. */
    public void whenClosed(Runnable work) {
        last.updateAndGet(before -> () -> {
            before.run();
            work.run();
        });
        if (raw.isClosed()) {
            close();
        }
    }

    /** The handler has returned: gives back what a connection holds outside the heap. */
    void release() {
        if (compression != null) {
            compression.close();
        }
    }

    /** Wakes a reader with the end of the stream; writing still works. */
    void beginClosing() {
        closing = true;
        try {
            raw.shutdownInput();
        } catch (IOException e) {
            close();
        }
    }

    /** Ends the dialogue so that the peer gets the last reply: a close with unread input would take it away again. */
    void finish(Duration linger) throws IOException {
        out.flush();
        stall.begin(linger.plus(linger));
        try {
            if (socket instanceof SSLSocket tls) {
                tls.shutdownOutput();
            }
            if (!raw.isOutputShutdown()) {
                raw.shutdownOutput();
            }
            if (!closing) {
                raw.setSoTimeout((int) linger.toMillis());
                drain();
            }
        } finally {
            stall.end();
            close();
        }
    }

    /** Closes a connection whose write, handshake or farewell has taken too long. */
    void closeIfStalled(long now) {
        if (stall.over(now)) {
            close();
        }
    }

    private void drain() throws IOException {
        byte[] scrap = new byte[BoundedReader.SMALL];
        InputStream rest = raw.getInputStream();
        int reads = 0;
        while (reads < 64 && rest.read(scrap) >= 0) {
            reads++;
        }
    }

    private int receive(byte[] into, int offset, int length, Duration timeout) throws IOException {
        if (closing) {
            return -1;
        }
        int millis = Math.clamp(timeout.toMillis(), 0, Integer.MAX_VALUE);
        if (millis != soTimeout) {
            raw.setSoTimeout(millis);
            soTimeout = millis;
        }
        try {
            return input.read(into, offset, length);
        } catch (IOException e) {
            if (closing) {
                return -1;
            }
            throw e;
        }
    }

    private void send(byte[] from, int offset, int length) throws IOException {
        stall.begin(config.writeTimeout());
        try {
            output.write(from, offset, length);
        } finally {
            stall.end();
        }
    }
}
