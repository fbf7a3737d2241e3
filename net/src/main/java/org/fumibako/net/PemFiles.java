// SPDX-License-Identifier: Apache-2.0
package org.fumibako.net;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads keys and certificate chains as certificate authorities and OpenSSL write them: PEM (RFC 7468) with PKCS #8
 * ({@code PRIVATE KEY}), PKCS #1 ({@code RSA PRIVATE KEY}) or SEC 1 ({@code EC PRIVATE KEY}) keys. One file may hold both.
 */
public final class PemFiles {
    /** A chain of ten RSA certificates takes 20 KB; a larger file is a mistake in the configuration. */
    private static final long MAX_FILE = 1 << 20;

    private PemFiles() {}

    /**
     * Reads a chain and its key.
     *
     * @throws IOException naming the file and what is wrong with it
     */
    public static TlsCertificate read(Path chainFile, Path keyFile) throws IOException {
        List<X509Certificate> chain = certificates(chainFile);
        PrivateKey key = privateKey(keyFile);
        if (!key.getAlgorithm().equals(chain.getFirst().getPublicKey().getAlgorithm())) {
            throw new IOException(keyFile + ": the key does not belong to the first certificate of " + chainFile);
        }
        return new TlsCertificate(key, chain);
    }

    /**
     * Reads a private key with its public one, as {@link PemWriter} writes them.
     *
     * @throws IOException naming the file and what is wrong with it
     */
    public static KeyPair keys(Path file) throws IOException {
        PrivateKey secret = privateKey(file);
        for (PemBlock block : blocks(file)) {
            if (block.label().equals("PUBLIC KEY")) {
                try {
                    KeyFactory factory = KeyFactory.getInstance(secret.getAlgorithm());
                    return new KeyPair(factory.generatePublic(new X509EncodedKeySpec(block.content())), secret);
                } catch (GeneralSecurityException e) {
                    throw new IOException(file + ": unreadable public key", e);
                }
            }
        }
        throw new IOException(file + ": no PUBLIC KEY in it");
    }

    /**
     * Reads the certificates of a file, one at least.
     *
     * @throws IOException naming the file and what is wrong with it
     */
    public static List<X509Certificate> certificates(Path file) throws IOException {
        List<X509Certificate> chain = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (PemBlock block : blocks(file)) {
                if (block.label().equals("CERTIFICATE")) {
                    chain.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(block.content())));
                }
            }
        } catch (CertificateException e) {
            throw new IOException(file + ": unreadable certificate", e);
        }
        if (chain.isEmpty()) {
            throw new IOException(file + ": no CERTIFICATE in it");
        }
        return chain;
    }

    private static PrivateKey privateKey(Path file) throws IOException {
        for (PemBlock block : blocks(file)) {
            try {
                switch (block.label()) {
                    case "PRIVATE KEY" -> {
                        return PrivateKeyDer.pkcs8(block.content());
                    }
                    case "RSA PRIVATE KEY" -> {
                        return PrivateKeyDer.pkcs1(block.content());
                    }
                    case "EC PRIVATE KEY" -> {
                        return PrivateKeyDer.sec1(block.content());
                    }
                    case "ENCRYPTED PRIVATE KEY" ->
                        throw new IOException(
                                file + ": the key is encrypted; store it without a passphrase, mode 0600");
                    default -> {
                        // EC PARAMETERS, certificates beside the key.
                    }
                }
            } catch (GeneralSecurityException e) {
                throw new IOException(file + ": unreadable private key", e);
            }
        }
        throw new IOException(file + ": no PRIVATE KEY in it");
    }

    private static List<PemBlock> blocks(Path file) throws IOException {
        if (Files.size(file) > MAX_FILE) {
            throw new IOException(file + ": too large for a PEM file");
        }
        try {
            return PemBlock.parse(Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": not PEM: " + e.getMessage(), e);
        }
    }
}
