// SPDX-License-Identifier: Apache-2.0
package org.fumibako.net;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedKeyManager;
import org.fumibako.model.DomainName;
import org.jspecify.annotations.Nullable;

/** Chooses the server's certificate by the name in the handshake (RFC 6066 §3). The alias is the place in the table. */
final class SniKeyManager extends X509ExtendedKeyManager {
    private final CertificateTable table;

    SniKeyManager(CertificateTable table) {
        this.table = table;
    }

    @Override
    public @Nullable String chooseServerAlias(String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return socket instanceof SSLSocket tls ? choose(keyType, tls.getHandshakeSession()) : null;
    }

    @Override
    public @Nullable String chooseEngineServerAlias(
            String keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        return engine == null ? null : choose(keyType, engine.getHandshakeSession());
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return table.get(Integer.parseInt(alias)).chain().toArray(X509Certificate[]::new);
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return table.get(Integer.parseInt(alias)).key();
    }

    @Override
    public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        return table.find("", keyType)
                .map(place -> new String[] {place.toString()})
                .orElse(null);
    }

    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseClientAlias(
            String[] keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }

    private @Nullable String choose(String keyType, @Nullable SSLSession session) {
        Optional<DomainName> name = session == null ? Optional.empty() : TlsContexts.requestedName(session);
        return table.find(name.map(DomainName::ascii).orElse(""), keyType)
                .map(Object::toString)
                .orElse(null);
    }
}
