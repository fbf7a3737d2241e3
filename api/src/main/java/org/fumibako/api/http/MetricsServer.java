// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.fumibako.net.ListenException;
import org.fumibako.net.metrics.Exposition;
import org.fumibako.net.metrics.Metrics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code GET /metrics} for Prometheus, on an address of its own and without TLS or a password: whoever reaches the address may
 * read it, so it is one that customers do not reach. Nothing else is served there.
 */
public final class MetricsServer implements AutoCloseable {
    /** One or two Prometheus servers ask; more is a mistake. */
    static final int CONNECTIONS = 16;

    private static final Logger LOG = LoggerFactory.getLogger(MetricsServer.class);

    private static final int THREADS = 4;

    private final Server server;
    private final ServerConnector connector;

    public MetricsServer(InetSocketAddress address, Metrics metrics) {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, 0);
        threads.setName("metrics");
        threads.setReservedThreads(0);
        this.server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setRequestHeaderSize(WebLimits.HEADER);
        http.setSendServerVersion(false);
        this.connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(address.getAddress().getHostAddress());
        connector.setPort(address.getPort());
        connector.setIdleTimeout(WebLimits.IDLE.toMillis());
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(CONNECTIONS, server));
        server.setHandler(new Page(metrics));
        server.setErrorHandler(new PlainErrors());
    }

    private static final class Page extends Handler.Abstract {
        private final Metrics metrics;

        Page(Metrics metrics) {
            this.metrics = metrics;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            if (!request.getHttpURI().getPath().equals("/metrics")) {
                return false;
            }
            if (!request.getMethod().equals("GET")) {
                response.getHeaders().put(HttpHeader.ALLOW, "GET");
                Response.writeError(request, response, callback, HttpStatus.METHOD_NOT_ALLOWED_405);
                return true;
            }
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, Exposition.TYPE);
            byte[] text = Exposition.of(metrics).getBytes(StandardCharsets.UTF_8);
            response.write(true, ByteBuffer.wrap(text), callback);
            return true;
        }
    }

    /**
     * Takes the port and serves it.
     *
     * @throws ListenException when it cannot be had
     */
    public void start() throws ListenException {
        try {
            connector.open();
            server.start();
        } catch (IOException taken) {
            close();
            throw new ListenException("The port for metrics cannot be had: " + taken.getMessage(), taken);
        } catch (Exception failed) {
            close();
            throw new IllegalStateException("the server of metrics does not start", failed);
        }
    }

    /** The port in use, once started. */
    public int port() {
        return connector.getLocalPort();
    }

    /** Stops at once; who asks for metrics asks again. {@code grace} is for those who have more to finish. */
    public void close(Duration grace) {
        try {
            server.stop();
        } catch (Exception e) {
            LOG.debug("closing the server of metrics failed", e);
        }
    }

    @Override
    public void close() {
        close(Duration.ZERO);
    }
}
