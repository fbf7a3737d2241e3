// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.demo.internet;

import java.net.InetSocketAddress;
import java.time.Duration;
import org.fumibako.net.ConnectionHandler;
import org.fumibako.net.ListenException;
import org.fumibako.net.Listener;
import org.fumibako.net.ListenerConfig;
import org.fumibako.net.TlsContexts;

/** A simulated server, listening. */
final class MailHost implements AutoCloseable {
    private final Listener listener;

    MailHost(Provider provider, Host host, int port, TlsContexts tls, Reception.Parts parts) {
        Doorkeeper doorkeeper = new Doorkeeper(provider, host, parts.notebook());
        Reception reception = new Reception(provider, host, parts);
        ConnectionHandler visits = connection -> new Visit(
                        connection, host, doorkeeper, reception, parts.keeper().spool(provider))
                .run();
        ListenerConfig plain = ListenerConfig.of(host.name().ascii(), new InetSocketAddress(host.address(), port));
        this.listener = new Listener(host.is(Trait.WITHOUT_TLS) ? plain : plain.withStartTls(tls), visits);
    }

    void start() throws ListenException {
        listener.start();
    }

    @Override
    public void close() {
        listener.close(Duration.ZERO);
    }
}
