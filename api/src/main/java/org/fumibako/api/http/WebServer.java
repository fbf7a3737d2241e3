// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.compression.gzip.GzipCompression;
import org.eclipse.jetty.compression.server.CompressionConfig;
import org.eclipse.jetty.compression.server.CompressionHandler;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import org.fumibako.net.ListenException;
import org.fumibako.net.TlsContexts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * HTTP/1.1 and HTTP/2 for browsers, by Jetty. A request is handled by a virtual thread, straight down; few platform threads wait
 * for the network.
 */
public final class WebServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

    /** Octets from which compression is worth its header. */
    private static final int MIN_COMPRESSED = 1_024;

    private static final int PLATFORM_THREADS = 8;

    private final WebConfig config;
    private final TlsContexts tls;
    private final Server server;
    private final VirtualThreadPool virtual = new VirtualThreadPool(WebLimits.REQUESTS);
    private final List<ServerConnector> connectors = new ArrayList<>();
    private final Optional<ServerConnector> http;
    private final Optional<ServerConnector> https;

    /** @param handlers asked in this order; the first that knows the path answers */
    public WebServer(WebConfig config, TlsContexts tls, List<Handler> handlers) {
        this.config = config;
        this.tls = tls;
        QueuedThreadPool threads = new QueuedThreadPool(PLATFORM_THREADS, 2);
        threads.setName("web");
        threads.setReservedThreads(0);
        threads.setVirtualThreadsExecutor(virtual);
        this.server = new Server(threads);
        this.http = config.http().map(address -> connector("http", address, false));
        this.https = config.https().map(address -> connector("https", address, true));
        server.setHandler(new SecurityHeaders(chain(handlers)));
        server.setErrorHandler(new PlainErrors());
        server.addBean(new NetworkConnectionLimit(WebLimits.CONNECTIONS, server));
        server.addBean(virtual);
        server.setStopTimeout(0);
    }

    private Handler chain(List<Handler> handlers) {
        List<Handler> all = new ArrayList<>(handlers);
        if (!config.plain()) {
            all.addFirst(new ToHttps(config.host(), this::securePort));
        }
        CompressionHandler compressing = new CompressionHandler(new Handler.Sequence(all));
        GzipCompression gzip = new GzipCompression();
        gzip.setMinCompressSize(MIN_COMPRESSED);
        compressing.putCompression(gzip);
        compressing.putConfiguration(
                "/*",
                CompressionConfig.builder()
                        .compressIncludeMethod("GET")
                        .compressIncludeMethod("POST")
                        .compressIncludeMimeType("application/json")
                        .compressIncludeMimeType("application/javascript")
                        .compressIncludeMimeType("text/javascript")
                        .compressIncludeMimeType("text/css")
                        .compressIncludeMimeType("text/html")
                        .compressIncludeMimeType("text/csv")
                        .compressIncludeMimeType("image/svg+xml")
                        .decompressExcludePath("/*")
                        .build());
        return compressing;
    }

    private ServerConnector connector(String name, InetSocketAddress address, boolean secure) {
        HttpConfiguration http = new HttpConfiguration();
        http.setRequestHeaderSize(WebLimits.HEADER);
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        if (secure) {
            // The certificate is chosen by the name in the handshake; a request for another name still gets an answer.
            http.addCustomizer(new SecureRequestCustomizer(false));
        }
        http.addCustomizer(new BehindProxies(config.proxies()));
        HttpConnectionFactory first = new HttpConnectionFactory(http);
        ServerConnector connector = secure
                ? new ServerConnector(server, 1, 1, overTls(http, first))
                : new ServerConnector(server, 1, 1, first);
        connector.setName(name);
        connector.setHost(address.getAddress().getHostAddress());
        connector.setPort(address.getPort());
        connector.setIdleTimeout(WebLimits.IDLE.toMillis());
        connectors.add(connector);
        server.addConnector(connector);
        return connector;
    }

    private org.eclipse.jetty.server.ConnectionFactory[] overTls(HttpConfiguration http, HttpConnectionFactory first) {
        HTTP2ServerConnectionFactory second = new HTTP2ServerConnectionFactory(http);
        second.setMaxConcurrentStreams(WebLimits.STREAMS);
        ALPNServerConnectionFactory choice = new ALPNServerConnectionFactory();
        choice.setDefaultProtocol(first.getProtocol());
        SslContextFactory.Server factory = new SslContextFactory.Server();
        configure(factory);
        tls.whenReloaded(() -> reload(factory));
        return new org.eclipse.jetty.server.ConnectionFactory[] {
            new SslConnectionFactory(factory, choice.getProtocol()), choice, second, first
        };
    }

    private void configure(SslContextFactory factory) {
        factory.setSslContext(tls.context());
        factory.setExcludeProtocols();
        factory.setIncludeProtocols(TlsContexts.protocols());
        factory.setExcludeCipherSuites();
        factory.setIncludeCipherSuites(TlsContexts.cipherSuites());
        factory.setUseCipherSuitesOrder(true);
    }

    private void reload(SslContextFactory factory) {
        try {
            factory.reload(this::configure);
        } catch (Exception e) {
            LOG.error("the web server keeps its old certificates", e);
        }
    }

    /**
     * Takes the ports and serves them.
     *
     * @throws ListenException when one cannot be had
     */
    public void start() throws ListenException {
        try {
            for (ServerConnector connector : connectors) {
                connector.open();
            }
            server.start();
        } catch (IOException taken) {
            close();
            throw new ListenException("A port for HTTP cannot be had: " + taken.getMessage(), taken);
        } catch (Exception failed) {
            close();
            throw new IllegalStateException("the web server does not start", failed);
        }
    }

    /** How many connections are open. */
    public int connections() {
        return connectors.stream()
                .mapToInt(connector -> connector.getConnectedEndPoints().size())
                .sum();
    }

    /** The port without TLS in use, 0 when there is none; once started. */
    public int plainPort() {
        return http.map(ServerConnector::getLocalPort).orElse(0);
    }

    /** The port with TLS in use, 0 when there is none; once started. */
    public int securePort() {
        return https.map(ServerConnector::getLocalPort).orElse(0);
    }

    /** Stops accepting, lets requests finish for {@code grace}, and closes. Idempotent. */
    public void close(Duration grace) {
        try {
            server.setStopTimeout(grace.toMillis());
            server.stop();
        } catch (Exception e) {
            LOG.debug("closing the web server failed", e);
        }
    }

    @Override
    public void close() {
        close(Duration.ZERO);
    }
}
