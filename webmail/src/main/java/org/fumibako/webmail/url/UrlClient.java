// SPDX-License-Identifier: Apache-2.0
package org.fumibako.webmail.url;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * Fetches what is at addresses that strangers wrote, without being led into our own network. A name is looked up once for each
 * hop, every address that comes back is checked, and the connection is made to the very address that was checked; so a name that
 * changes its mind between the check and the connection (DNS rebinding) changes nothing. Redirects are hops like the first.
 *
 * <p>Blocks the thread that asks, for the limits' time at most. Safe for any number of threads.
 */
public final class UrlClient {
    private final HostLookup lookup;
    private final Predicate<InetAddress> allowed;
    private final SSLContext tls;
    private final UrlLimits limits;
    private final Semaphore places;

    /** @param allowed what may be connected to: {@link PublicAddress#is}, but in tests */
    public UrlClient(HostLookup lookup, Predicate<InetAddress> allowed, SSLContext tls, UrlLimits limits) {
        this.lookup = lookup;
        this.allowed = allowed;
        this.tls = tls;
        this.limits = limits;
        this.places = new Semaphore(limits.atOnce(), true);
    }

    /**
     * Asks, and follows redirects when it only gets.
     *
     * @throws UrlException for whatever reason there is no answer
     */
    public UrlReply fetch(UrlRequest request) throws UrlException {
        Deadline deadline = Deadline.in(limits.time());
        UrlTarget target =
                UrlTarget.of(request.address()).orElseThrow(() -> new UrlException(UrlException.Reason.ADDRESS));
        enter(deadline);
        try {
            for (int hop = 0; hop <= limits.redirects(); hop++) {
                UrlReply reply = hop(request, target, deadline);
                Optional<String> location = reply.field("location");
                boolean moved = reply.status() >= 301 && reply.status() <= 308 && location.isPresent();
                if (!moved || !request.form().isEmpty()) {
                    return reply;
                }
                target = target.follow(location.get()).orElseThrow(() -> new UrlException(UrlException.Reason.ADDRESS));
            }
            throw new UrlException(UrlException.Reason.TOO_MANY_REDIRECTS);
        } finally {
            places.release();
        }
    }

    private void enter(Deadline deadline) throws UrlException {
        try {
            if (!places.tryAcquire(deadline.left().toNanos(), TimeUnit.NANOSECONDS)) {
                throw new UrlException(UrlException.Reason.BUSY);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new UrlException(UrlException.Reason.BUSY);
        }
    }

    private UrlReply hop(UrlRequest request, UrlTarget target, Deadline deadline) throws UrlException {
        InetAddress address = address(target, deadline);
        try (Socket socket = new Socket();
                AutoCloseable _ = deadline.closes(socket)) {
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(address, target.port()), deadline.millis());
            socket.setSoTimeout(deadline.millis());
            Socket line = target.secure() ? secured(socket, target) : socket;
            line.getOutputStream().write(request.head(target));
            line.getOutputStream().flush();
            return new ReplyReader(line.getInputStream(), limits.octets()).read();
        } catch (UrlException known) {
            throw known;
        } catch (SocketTimeoutException slow) {
            throw new UrlException(UrlException.Reason.TOO_SLOW);
        } catch (IOException failed) {
            throw new UrlException(deadline.isOver() ? UrlException.Reason.TOO_SLOW : UrlException.Reason.FAILED);
        } catch (Exception impossible) {
            throw new IllegalStateException("closing a watch does not fail", impossible);
        }
    }

    /** All addresses of a host have to be public: one that is not says what the others are for. */
    private InetAddress address(UrlTarget target, Deadline deadline) throws UrlException {
        if (!limits.ports().isEmpty() && !limits.ports().contains(target.port())) {
            throw new UrlException(UrlException.Reason.ADDRESS);
        }
        Duration left = deadline.left();
        List<InetAddress> all = target.literal().map(List::of).orElseGet(() -> lookup.addresses(target.host(), left));
        if (all.isEmpty()) {
            throw new UrlException(UrlException.Reason.NO_HOST);
        }
        if (!all.stream().allMatch(allowed)) {
            throw new UrlException(UrlException.Reason.NOT_PUBLIC);
        }
        return all.stream()
                .filter(address -> address.getAddress().length == 4)
                .findFirst()
                .orElse(all.getFirst());
    }

    private SSLSocket secured(Socket socket, UrlTarget target) throws IOException {
        SSLSocket line = (SSLSocket) tls.getSocketFactory().createSocket(socket, target.host(), target.port(), true);
        SSLParameters parameters = line.getSSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        line.setSSLParameters(parameters);
        line.startHandshake();
        return line;
    }
}
