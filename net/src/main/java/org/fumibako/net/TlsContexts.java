// SPDX-License-Identifier: Apache-2.0
package org.fumibako.net;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyManagementException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.fumibako.model.DomainName;

/**
 * The server's TLS: certificates chosen by name, shared by all listeners, replaced without a restart. Safe for any number of
 * threads.
 *
 * <p>TLS 1.2 and 1.3 with forward secrecy and AEAD only (RFC 9325 §4.2), in the server's order. A reload also makes session
 * tickets worthless that were given out before, so that every later connection sees the new certificates.
 */
public final class TlsContexts {
    static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    private static final String[] CIPHER_SUITES = {
        "TLS_AES_128_GCM_SHA256",
        "TLS_AES_256_GCM_SHA384",
        "TLS_CHACHA20_POLY1305_SHA256",
        "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
        "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
        "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
        "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
        "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
        "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
    };

    private final CertificateSource source;
    private final List<Runnable> reloaded = new CopyOnWriteArrayList<>();
    private volatile List<TlsCertificate> certificates;
    private volatile SSLContext context;

    /** @throws IOException when the certificates cannot be read */
    public TlsContexts(CertificateSource source) throws IOException {
        this.source = source;
        this.certificates = List.copyOf(source.load());
        this.context = build(certificates);
    }

    /**
     * Reads the certificates again; handshakes that begin afterwards see them.
     *
     * @throws IOException when they cannot be read; those in use stay
     */
    public void reload() throws IOException {
        List<TlsCertificate> read = List.copyOf(source.load());
        context = build(read);
        certificates = read;
        reloaded.forEach(Runnable::run);
    }

    /** Has {@code watcher} run after every reload, by the thread that reloads; it must not fail. */
    public void whenReloaded(Runnable watcher) {
        reloaded.add(watcher);
    }

    /** The versions of TLS, for servers that take only the {@link #context()}. */
    public static String[] protocols() {
        return PROTOCOLS.clone();
    }

    /** The cipher suites in order, for servers that take only the {@link #context()}. */
    public static String[] cipherSuites() {
        return CIPHER_SUITES.clone();
    }

    /** The certificates in use. */
    public List<TlsCertificate> certificates() {
        return certificates;
    }

    /** For servers that do their own I/O, such as HTTP; the protocols and cipher suites above are not applied to it. */
    public SSLContext context() {
        return context;
    }

    /** The server's end of TLS over a connected socket, before the handshake; what it reads comes from {@code input}. */
    SSLSocket wrap(Socket raw, InputStream input) throws IOException {
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(raw, input, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setProtocols(PROTOCOLS);
        parameters.setCipherSuites(CIPHER_SUITES);
        parameters.setUseCipherSuitesOrder(true);
        socket.setSSLParameters(parameters);
        return socket;
    }

    /** The host name in a session's handshake, when there was one and it can be a domain name. */
    static Optional<DomainName> requestedName(SSLSession session) {
        if (session instanceof ExtendedSSLSession extended) {
            for (SNIServerName name : extended.getRequestedServerNames()) {
                if (name instanceof SNIHostName host) {
                    return DomainName.parse(host.getAsciiName());
                }
            }
        }
        return Optional.empty();
    }

    private static SSLContext build(List<TlsCertificate> certificates) throws IOException {
        if (certificates.isEmpty()) {
            throw new IOException("no TLS certificate is configured");
        }
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            KeyManager[] keys = {new SniKeyManager(new CertificateTable(certificates))};
            context.init(keys, new TrustManager[0], null);
            return context;
        } catch (KeyManagementException e) {
            throw new IOException("unusable TLS certificate: " + e.getMessage(), e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no TLS", e);
        }
    }
}
