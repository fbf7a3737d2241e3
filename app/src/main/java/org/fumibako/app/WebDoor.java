// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app;

import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.fumibako.api.Api;
import org.fumibako.api.endpoint.Endpoints;
import org.fumibako.api.http.ApiHandler;
import org.fumibako.api.http.ChallengeHandler;
import org.fumibako.api.http.JmapHandler;
import org.fumibako.api.http.StaticFiles;
import org.fumibako.api.http.WebConfig;
import org.fumibako.api.http.WebServer;
import org.fumibako.api.setup.SetupHandler;
import org.fumibako.app.config.Configuration;
import org.fumibako.app.config.Configuration.Service;
import org.fumibako.jmap.JmapService;
import org.fumibako.net.ListenException;
import org.fumibako.registry.Registry;
import org.jspecify.annotations.Nullable;

/** HTTP and HTTPS. The web server loads many classes, so it starts beside the other doors. */
final class WebDoor {
    private final Configuration configuration;
    private final Ground ground;
    private final Registry registry;
    private final Endpoints endpoints;
    private final JmapService jmap;
    private final SetupHandler setup;
    private @Nullable FutureTask<WebServer> starting;

    WebDoor(Configuration configuration, Ground ground, Api.Parts parts, JmapService jmap) {
        this.configuration = configuration;
        this.ground = ground;
        this.registry = parts.registry();
        this.endpoints = Api.table(parts);
        this.jmap = jmap;
        this.setup = new SetupHandler(
                parts.server(), registry::hosts, parts.dns().settings().sts());
    }

    Endpoints endpoints() {
        return endpoints;
    }

    /** Begins to start, where the configuration lets one of the two listen. */
    synchronized void begin() {
        Map<Service, InetSocketAddress> listen = configuration.listen();
        if (listen.containsKey(Service.HTTP) || listen.containsKey(Service.HTTPS)) {
            starting = new FutureTask<>(this::start);
            Thread.ofPlatform().name("web-start").start(starting);
        }
    }

    private WebServer start() throws ListenException {
        SecureRandom random = new SecureRandom();
        WebServer server = new WebServer(
                new WebConfig(
                        configuration.host(),
                        Optional.ofNullable(configuration.listen().get(Service.HTTP)),
                        Optional.ofNullable(configuration.listen().get(Service.HTTPS)),
                        configuration.http().plain(),
                        configuration.http().proxies()),
                ground.tls(),
                List.of(
                        new ChallengeHandler(ground.proofs()::answer),
                        new ApiHandler(endpoints, registry, ground.metrics()),
                        new JmapHandler(jmap, registry),
                        setup,
                        new StaticFiles(WebDoor.class.getClassLoader(), random)));
        server.start();
        return server;
    }

    /**
     * Returns when the ports accept.
     *
     * @throws ListenException when one cannot be had
     */
    void await() throws ListenException {
        server();
    }

    private synchronized Optional<WebServer> server() throws ListenException {
        if (starting == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(starting.get());
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof ListenException taken) {
                throw taken;
            }
            throw new IllegalStateException("the web server does not start", failed.getCause());
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while starting", hurry);
        }
    }

    /** The port of a service that the configuration lets listen. */
    int port(Service service) {
        try {
            return server().map(running -> service == Service.HTTPS ? running.securePort() : running.plainPort())
                    .orElse(0);
        } catch (ListenException closed) {
            return 0;
        }
    }

    /** Open connections of both services, told once where both listen. */
    int connections(Service service) {
        boolean counts = service == Service.HTTPS || !configuration.listen().containsKey(Service.HTTPS);
        try {
            return counts ? server().map(WebServer::connections).orElse(0) : 0;
        } catch (ListenException closed) {
            return 0;
        }
    }

    void close(Duration grace) {
        try {
            server().ifPresent(running -> running.close(grace));
        } catch (ListenException neverOpen) {
            // Nothing to close, then.
        }
    }
}
