// SPDX-License-Identifier: Apache-2.0
package org.fumibako.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/**
 * A connection to a server that we opened. One thread at a time reads and writes; {@link #close()} may be called from any.
 */
public final class OutgoingConnection implements AutoCloseable {
    private final Socket raw;
    private final DialTimeouts timeouts;
    private final Consumer<OutgoingConnection> whenClosed;
    private final BoundedReader in;
    private final Output out;
    private final Stall stall = new Stall();
    private volatile Socket socket;
    private volatile boolean stalled;
    private InputStream input;
    private OutputStream output;
    private int soTimeout;

    OutgoingConnection(Socket raw, DialTimeouts timeouts, Consumer<OutgoingConnection> whenClosed) throws IOException {
        this.raw = raw;
        this.timeouts = timeouts;
        this.whenClosed = whenClosed;
        this.socket = raw;
        this.input = raw.getInputStream();
        this.output = raw.getOutputStream();
        this.in = new BoundedReader(this::receive);
        this.out = new Output(this::send);
    }

    /** The server's address. */
    public InetAddress server() {
        return raw.getInetAddress();
    }

    /** Our own address on this connection. */
    public InetAddress local() {
        return raw.getLocalAddress();
    }

    public BoundedReader in() {
        return in;
    }

    public Output out() {
        return out;
    }

    /** What the TLS handshake agreed on; empty in clear. */
    public Optional<SSLSession> tls() {
        return socket instanceof SSLSocket secured ? Optional.of(secured.getSession()) : Optional.empty();
    }

    /**
     * Goes on under TLS 1.2 or 1.3, and tells the server which host is wanted (RFC 6066 §3).
     *
     * @param context decides whom to trust
     * @param host the server's name, or an address literal
     * @param checkName whether the certificate must be for {@code host} (RFC 9525 §6); the context has to ask for a trusted one
     * @throws PipelinedBeforeTlsException when the server had already sent more in clear
     * @throws SocketTimeoutException when the handshake took too long
     * @throws IOException when it failed; the connection is of no use then
     */
    public void startTls(SSLContext context, String host, boolean checkName) throws IOException {
        out.flush();
        if (in.buffered()) {
            throw new PipelinedBeforeTlsException();
        }
        SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(raw, host, raw.getPort(), true);
        SSLParameters parameters = tls.getSSLParameters();
        parameters.setProtocols(TlsContexts.PROTOCOLS);
        if (checkName) {
            // The JDK's name for the rules of RFC 9525, whatever the protocol above.
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
        }
        tls.setSSLParameters(parameters);
        raw.setSoTimeout((int) timeouts.handshake().toMillis());
        soTimeout = -1;
        within(timeouts.handshake(), tls::startHandshake);
        input = tls.getInputStream();
        output = tls.getOutputStream();
        socket = tls;
        in.switchTo(this::receive);
        out.switchTo(this::send);
    }

    /**
     * From now on a line must be complete within {@code timeout}; otherwise the read fails with
     * {@link java.net.SocketTimeoutException}.
     */
    public void readTimeout(Duration timeout) {
        in.timeout(timeout);
    }

    /** Whether the server has sent something that nobody has read: on an idle connection, a farewell. */
    public boolean disturbed() {
        try {
            return in.buffered() || raw.getInputStream().available() > 0;
        } catch (IOException closed) {
            return true;
        }
    }

    /** Drops the connection at once; whoever reads or writes fails. Idempotent. */
    @Override
    public void close() {
        whenClosed.accept(this);
        try {
            raw.close();
        } catch (IOException e) {
            // The descriptor is gone either way.
        }
    }

    /** Closes a connection whose write or handshake has taken too long. */
    void closeIfStalled(long now) {
        if (stall.over(now)) {
            stalled = true;
            close();
        }
    }

    private int receive(byte[] into, int offset, int length, Duration timeout) throws IOException {
        int millis = Math.clamp(timeout.toMillis(), 0, Integer.MAX_VALUE);
        if (millis != soTimeout) {
            raw.setSoTimeout(millis);
            soTimeout = millis;
        }
        return input.read(into, offset, length);
    }

    private void send(byte[] from, int offset, int length) throws IOException {
        within(timeouts.write(), () -> output.write(from, offset, length));
    }

    private void within(Duration limit, Step step) throws IOException {
        stall.begin(limit);
        try {
            step.run();
        } catch (IOException e) {
            throw stalled ? new SocketTimeoutException("nothing moved for " + limit.toSeconds() + " s") : e;
        } finally {
            stall.end();
        }
    }

    private interface Step {
        void run() throws IOException;
    }
}
