// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app;

import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import javax.net.ssl.SSLContext;
import org.fumibako.app.config.Outbound.Network;
import org.fumibako.dns.Resolver;
import org.fumibako.mailauth.mtasts.MtaSts;
import org.fumibako.mailauth.mtasts.PolicyCache;
import org.fumibako.smtp.client.AddressPolicy;
import org.fumibako.smtp.client.HttpsPolicyFetcher;
import org.fumibako.smtp.client.PublishedTlsPolicies;
import org.fumibako.smtp.client.TlsPolicies;

/** How connections to other servers are protected, and whom they trust. */
final class OutboundTls implements AutoCloseable {
    /** Domains whose MTA-STS policy is remembered; a few hundred octets each. */
    private static final int REMEMBERED = 10_000;

    private final SSLContext webPki;
    private final HttpsPolicyFetcher fetcher;
    private final TlsPolicies policies;

    OutboundTls(Network network, Resolver names, InstantSource clock) {
        this.webPki = publicAuthorities();
        this.fetcher = new HttpsPolicyFetcher(names, AddressPolicy.PUBLIC, webPki, HttpsPolicyFetcher.HTTPS);
        this.policies = switch (network) {
            case Network.Internet _ ->
                new PublishedTlsPolicies(names, new MtaSts(names, fetcher, PolicyCache.inMemory(REMEMBERED), clock));
            case Network.Enclosed _ -> TlsPolicies.OPPORTUNISTIC;
        };
    }

    TlsPolicies policies() {
        return policies;
    }

    /** Trusts the public authorities. */
    SSLContext webPki() {
        return webPki;
    }

    @Override
    public void close() {
        fetcher.close();
    }

    private static SSLContext publicAuthorities() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException everyJavaHasOne) {
            throw new IllegalStateException(everyJavaHasOne);
        }
    }
}
