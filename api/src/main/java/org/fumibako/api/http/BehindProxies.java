// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.fumibako.net.AddressBlock;

/**
 * Gives a request that one of our proxies brought the address of its client, and says that it is secure when the proxy had it
 * by TLS ({@code X-Forwarded-Proto}). The same fields from anybody else mean nothing.
 */
final class BehindProxies implements HttpConfiguration.Customizer {
    private static final String FOR = "X-Forwarded-For";
    private static final String PROTOCOL = "X-Forwarded-Proto";

    private final ForwardedFor chain;

    BehindProxies(List<AddressBlock> proxies) {
        this.chain = new ForwardedFor(proxies);
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        if (!(request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress peer)
                || peer.getAddress() == null
                || !chain.isTrusted(peer.getAddress())) {
            return request;
        }
        InetAddress client =
                chain.client(peer.getAddress(), request.getHeaders().getValuesList(FOR));
        boolean secure = request.isSecure() || isTls(request.getHeaders().getValuesList(PROTOCOL));
        return new Brought(request, new InetSocketAddress(client, 0), secure);
    }

    /** The last value is the one that the proxy next to us wrote. */
    private static boolean isTls(List<String> values) {
        String all = String.join(",", values);
        return all.substring(all.lastIndexOf(',') + 1).strip().equalsIgnoreCase("https");
    }

    private static final class Brought extends Request.Wrapper {
        private final ConnectionMetaData connection;
        private final boolean secure;

        Brought(Request request, InetSocketAddress client, boolean secure) {
            super(request);
            this.secure = secure;
            this.connection = new ConnectionMetaData.Wrapper(request.getConnectionMetaData()) {
                @Override
                public SocketAddress getRemoteSocketAddress() {
                    return client;
                }

                @Override
                public boolean isSecure() {
                    return secure;
                }
            };
        }

        @Override
        public ConnectionMetaData getConnectionMetaData() {
            return connection;
        }

        @Override
        public boolean isSecure() {
            return secure;
        }
    }
}
