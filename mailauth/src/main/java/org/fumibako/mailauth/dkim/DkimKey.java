// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.dkim;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.RecordData;
import org.fumibako.mailauth.message.OctetBuffer;
import org.fumibako.model.DomainName;

/** A key that a domain signs with, ready for use. Immutable; shows nothing of the private part. */
public final class DkimKey {
    /** Long enough for years, and its record still fits into one UDP answer (RFC 8301 §3.2). */
    public static final int RSA_BITS = 2_048;

    private final DomainName domain;
    private final String selector;
    private final SignatureAlgorithm algorithm;
    private final PrivateKey privateKey;
    private final PublicKey publicKey;

    private DkimKey(
            DomainName domain,
            String selector,
            SignatureAlgorithm algorithm,
            PrivateKey privateKey,
            PublicKey publicKey) {
        this.domain = domain;
        this.selector = selector;
        this.algorithm = algorithm;
        this.privateKey = privateKey;
        this.publicKey = publicKey;
        // Fails for a selector that makes no name.
        DnsName.of(DomainName.of(selector) + "._domainkey." + domain);
    }

    /** Makes a new key; RSA takes a tenth of a second or several. */
    public static DkimKey generate(
            DomainName domain, String selector, SignatureAlgorithm algorithm, SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(jcaName(algorithm));
            switch (algorithm) {
                case RSA_SHA256 -> generator.initialize(RSA_BITS, random);
                case ED25519_SHA256 -> generator.initialize(PublicKeys.ED25519_BITS, random);
            }
            KeyPair pair = generator.generateKeyPair();
            return new DkimKey(domain, selector, algorithm, pair.getPrivate(), pair.getPublic());
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /**
     * Reads a key that was kept.
     *
     * @throws IllegalArgumentException when it is none of that algorithm
     */
    public static DkimKey of(StoredDkimKey stored) {
        try {
            KeyFactory factory = KeyFactory.getInstance(jcaName(stored.algorithm()));
            return new DkimKey(
                    stored.domain(),
                    stored.selector(),
                    stored.algorithm(),
                    factory.generatePrivate(new PKCS8EncodedKeySpec(stored.privateKey())),
                    factory.generatePublic(new X509EncodedKeySpec(stored.publicKey())));
        } catch (GeneralSecurityException damaged) {
            throw new IllegalArgumentException("not a key: " + stored, damaged);
        }
    }

    /** The form to keep. */
    public StoredDkimKey stored(Instant created) {
        return new StoredDkimKey(domain, selector, algorithm, privateKey.getEncoded(), publicKey.getEncoded(), created);
    }

    public DomainName domain() {
        return domain;
    }

    public String selector() {
        return selector;
    }

    public SignatureAlgorithm algorithm() {
        return algorithm;
    }

    /** Where the record goes. */
    public DnsName recordName() {
        return DnsName.of(selector + "._domainkey." + domain);
    }

    /** What the record says (RFC 6376 §3.6.1): some 400 characters for RSA, 60 for Ed25519. */
    public String recordText() {
        String base64 = Base64.getEncoder().encodeToString(PublicKeys.octets(publicKey));
        return "v=DKIM1; k=" + algorithm.keyType() + "; p=" + base64;
    }

    /** The record, its text in as many strings as it needs (RFC 6376 §3.6.2.2). */
    public RecordData.Txt record() {
        String text = recordText();
        List<String> strings = new ArrayList<>(2);
        for (int i = 0; i < text.length(); i += RecordData.MAX_STRING) {
            strings.add(text.substring(i, Math.min(text.length(), i + RecordData.MAX_STRING)));
        }
        return new RecordData.Txt(strings);
    }

    /** Signs a signature's input. */
    public byte[] sign(OctetBuffer input) {
        try {
            return algorithm.sign(privateKey, input);
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("cannot sign with " + this, unusable);
        }
    }

    @Override
    public String toString() {
        return recordName() + " " + algorithm.token();
    }

    private static String jcaName(SignatureAlgorithm algorithm) {
        return switch (algorithm) {
            case RSA_SHA256 -> "RSA";
            case ED25519_SHA256 -> "Ed25519";
        };
    }
}
