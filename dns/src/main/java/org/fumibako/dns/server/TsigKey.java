// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.server;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.fumibako.dns.DnsName;

/** A secret that we share with a secondary, for HMAC-SHA-256 (RFC 8945 §6). */
public final class TsigKey {
    /** The algorithm's name in a TSIG record. */
    static final DnsName ALGORITHM = DnsName.of("hmac-sha256");

    /** Octets of a MAC. */
    static final int MAC = 32;

    /** Octets of the shortest secret that is taken: half the MAC (RFC 2104 §3 discourages less than the whole). */
    static final int MIN_SECRET = 16;

    private final DnsName name;
    private final SecretKeySpec secret;

    /** @throws IllegalArgumentException when the secret is too short to be one */
    public TsigKey(DnsName name, byte[] secret) {
        if (secret.length < MIN_SECRET) {
            throw new IllegalArgumentException(
                    "the secret of key " + name + " is shorter than " + MIN_SECRET + " octets");
        }
        this.name = name;
        this.secret = new SecretKeySpec(secret, "HmacSHA256");
    }

    /** Reads the secret as key files and {@code tsig-keygen} write it, in Base64. */
    public static TsigKey ofBase64(DnsName name, String secret) {
        return new TsigKey(name, Base64.getDecoder().decode(secret));
    }

    public DnsName name() {
        return name;
    }

    Mac mac() {
        try {
            Mac mac = Mac.getInstance(secret.getAlgorithm());
            mac.init(secret);
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
        }
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "TsigKey[" + name + "]";
    }
}
