// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.dkim;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.EdECPrivateKey;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.fumibako.mailauth.message.Digests;
import org.fumibako.mailauth.message.OctetBuffer;

/** The algorithms that are signed with and verified (RFC 8301 §3.1, RFC 8463 §3). */
public enum SignatureAlgorithm {
    RSA_SHA256("rsa-sha256", "rsa") {
        @Override
        byte[] sign(PrivateKey key, OctetBuffer input) throws GeneralSecurityException {
            Signature signature = Signature.getInstance(RSA);
            signature.initSign(key);
            signature.update(input.array(), 0, input.length());
            return signature.sign();
        }

        @Override
        boolean verify(PublicKey key, OctetBuffer input, byte[] octets) throws GeneralSecurityException {
            Signature signature = Signature.getInstance(RSA);
            signature.initVerify(key);
            signature.update(input.array(), 0, input.length());
            return signature.verify(octets);
        }
    },
    /**
     * Signs the SHA-256 of the input, not the input (RFC 8463 §3). BouncyCastle does it in a tenth of the JDK's time: measured
     * on JDK 25, 0.06 ms for a signature instead of 1.0, and 0.16 to verify one instead of 1.3.
     */
    ED25519_SHA256("ed25519-sha256", "ed25519") {
        @Override
        byte[] sign(PrivateKey key, OctetBuffer input) throws GeneralSecurityException {
            byte[] seed = key instanceof EdECPrivateKey edwards
                    ? edwards.getBytes().orElseThrow(InvalidKeyException::new)
                    : null;
            if (seed == null || seed.length != Ed25519.SECRET_KEY_SIZE) {
                throw new InvalidKeyException("not an Ed25519 key");
            }
            byte[] hash = hash(input);
            byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
            Ed25519.sign(seed, 0, hash, 0, hash.length, signature, 0);
            return signature;
        }

        @Override
        boolean verify(PublicKey key, OctetBuffer input, byte[] octets) {
            byte[] hash = hash(input);
            return octets.length == Ed25519.SIGNATURE_SIZE
                    && Ed25519.verify(octets, 0, PublicKeys.octets(key), 0, hash, 0, hash.length);
        }
    };

    private static final String RSA = "SHA256withRSA";

    private final String token;
    private final String keyType;

    SignatureAlgorithm(String token, String keyType) {
        this.token = token;
        this.keyType = keyType;
    }

    abstract byte[] sign(PrivateKey key, OctetBuffer input) throws GeneralSecurityException;

    abstract boolean verify(PublicKey key, OctetBuffer input, byte[] octets) throws GeneralSecurityException;

    /** The word in a=. */
    public String token() {
        return token;
    }

    /** The word in k= of a key record. */
    public String keyType() {
        return keyType;
    }

    /**
     * The algorithm that a= names, in lower case as the standard writes it.
     *
     * @throws SignatureFault when it is unknown or no longer believed
     */
    public static SignatureAlgorithm of(String token) throws SignatureFault {
        for (SignatureAlgorithm algorithm : values()) {
            if (algorithm.token.equals(token)) {
                return algorithm;
            }
        }
        throw new SignatureFault(
                token.equals("rsa-sha1") ? DkimReason.HISTORIC_ALGORITHM : DkimReason.UNKNOWN_ALGORITHM);
    }

    /** Whether the signature is the key's over the input. Any octets may be given as signature. */
    public boolean verifies(PublicKey key, OctetBuffer input, byte[] octets) {
        try {
            return verify(key, input, octets);
        } catch (SignatureException | InvalidKeyException notASignature) {
            return false;
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static byte[] hash(OctetBuffer input) {
        MessageDigest digest = Digests.sha256();
        digest.update(input.array(), 0, input.length());
        return digest.digest();
    }
}
