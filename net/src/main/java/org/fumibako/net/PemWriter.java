// SPDX-License-Identifier: Apache-2.0
package org.fumibako.net;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;

/** Writes keys and chains as PEM (RFC 7468); a file appears whole or not at all. */
public final class PemWriter {
    private static final String PRIVATE = "rw-------";
    private static final Base64.Encoder BASE64 = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private PemWriter() {}

    /** A key with its chain in one file, mode 0600, for {@link PemFiles#read}. */
    public static void write(Path file, TlsCertificate certificate) throws IOException {
        String key = block("PRIVATE KEY", certificate.key().getEncoded());
        write(file, PRIVATE, key + blocks(certificate.chain()));
    }

    /** A private key with its public one, mode 0600, for {@link PemFiles#keys}. */
    public static void write(Path file, KeyPair keys) throws IOException {
        String key = block("PRIVATE KEY", keys.getPrivate().getEncoded());
        write(file, PRIVATE, key + block("PUBLIC KEY", keys.getPublic().getEncoded()));
    }

    static void writeKey(Path file, PrivateKey key) throws IOException {
        write(file, PRIVATE, block("PRIVATE KEY", key.getEncoded()));
    }

    static void writeChain(Path file, List<X509Certificate> chain) throws IOException {
        write(file, "rw-r--r--", blocks(chain));
    }

    private static String blocks(List<X509Certificate> chain) throws IOException {
        StringBuilder text = new StringBuilder();
        try {
            for (X509Certificate certificate : chain) {
                text.append(block("CERTIFICATE", certificate.getEncoded()));
            }
        } catch (CertificateEncodingException e) {
            throw new IOException("cannot encode a certificate", e);
        }
        return text.toString();
    }

    private static String block(String label, byte[] content) {
        return "-----BEGIN " + label + "-----\n" + BASE64.encodeToString(content) + "\n-----END " + label + "-----\n";
    }

    private static void write(Path file, String mode, String text) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        Path temporary = Files.createTempFile(
                parent, "pem", ".tmp", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(PRIVATE)));
        try {
            Files.writeString(temporary, text, StandardCharsets.US_ASCII);
            Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString(mode));
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
