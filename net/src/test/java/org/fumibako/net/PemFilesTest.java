// SPDX-License-Identifier: Apache-2.0
package org.fumibako.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PemFilesTest {
    @TempDir
    private Path directory;

    private final TlsCertificate ec = new TlsFixture().certificate("a.test");

    @Test
    void keysInPkcs8AndSec1AreRead() throws Exception {
        Path chain = chain();
        assertThat(PemFiles.read(chain, key("PRIVATE KEY", ec.key().getEncoded())))
                .isEqualTo(ec);

        byte[] inner = PrivateKeyInfo.getInstance(ec.key().getEncoded())
                .parsePrivateKey()
                .toASN1Primitive()
                .getEncoded();
        byte[] sec1 = new ECPrivateKey(256, ECPrivateKey.getInstance(inner).getKey(), SECObjectIdentifiers.secp256r1)
                .getEncoded();
        PrivateKey read = PemFiles.read(chain, key("EC PRIVATE KEY", sec1)).key();
        assertThat(((java.security.interfaces.ECPrivateKey) read).getS())
                .isEqualTo(((java.security.interfaces.ECPrivateKey) ec.key()).getS());
    }

    @Test
    void keysInPkcs1AreRead() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair rsa = generator.generateKeyPair();
        byte[] pkcs1 = PrivateKeyInfo.getInstance(rsa.getPrivate().getEncoded())
                .parsePrivateKey()
                .toASN1Primitive()
                .getEncoded();

        PrivateKey read = PrivateKeyDer.pkcs1(pkcs1);
        assertThat(read).isEqualTo(rsa.getPrivate());
    }

    @Test
    void whatIsWrongIsSaidWithTheFilesName() throws IOException {
        Path chain = chain();
        Path good = key("PRIVATE KEY", ec.key().getEncoded());
        byte[] cut = Arrays.copyOf(ec.key().getEncoded(), 20);

        assertFails(chain, key("ENCRYPTED PRIVATE KEY", cut), "key.pem: the key is encrypted");
        assertFails(chain, key("PRIVATE KEY", cut), "key.pem: unreadable private key");
        assertFails(chain, key("EC PRIVATE KEY", cut), "key.pem: unreadable private key");
        assertFails(chain, key("RSA PRIVATE KEY", cut), "key.pem: unreadable private key");
        assertFails(chain, chain, "chain.pem: no PRIVATE KEY in it");
        assertFails(good, good, "key.pem: no CERTIFICATE in it");
        assertFails(Files.writeString(directory.resolve("c.pem"), "-----BEGIN X-----\nAA"), good, "c.pem: not PEM");
        assertFails(Files.write(directory.resolve("big"), new byte[(1 << 20) + 1]), good, "big: too large");
    }

    @Test
    void aKeyOfAnotherKindThanTheCertificateIsRefused() throws Exception {
        KeyPair rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair();

        assertFails(chain(), key("PRIVATE KEY", rsa.getPrivate().getEncoded()), "key.pem: the key does not belong");
    }

    private void assertFails(Path chain, Path key, String message) {
        assertThatIOException().isThrownBy(() -> PemFiles.read(chain, key)).withMessageContaining(message);
    }

    private Path chain() throws IOException {
        Path file = directory.resolve("chain.pem");
        PemWriter.writeChain(file, ec.chain());
        return file;
    }

    private Path key(String label, byte[] der) throws IOException {
        String base64 = Base64.getMimeEncoder().encodeToString(der);
        return Files.writeString(
                directory.resolve("key.pem"),
                "some text\n-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n");
    }
}
