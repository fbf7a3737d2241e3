// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.dkim;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import org.fumibako.mailauth.message.Digests;
import org.fumibako.mailauth.message.OctetBuffer;

/** The algorithms that are signed with and verified (RFC 8301 §3.1, RFC 8463 §3). */
public enum SignatureAlgorithm {
    RSA_SHA256("rsa-sha256", "rsa", "SHA256withRSA") {
        @Override
        void update(Signature signature, OctetBuffer input) throws SignatureException {
            signature.update(input.array(), 0, input.length());
        }
    },
    /** Signs the SHA-256 of the input, not the input (RFC 8463 §3). */
    ED25519_SHA256("ed25519-sha256", "ed25519", "Ed25519") {
        @Override
        void update(Signature signature, OctetBuffer input) throws SignatureException {
            MessageDigest digest = Digests.sha256();
            digest.update(input.array(), 0, input.length());
            signature.update(digest.digest());
        }
    };

    private final String token;
    private final String keyType;
    private final String jcaName;

    SignatureAlgorithm(String token, String keyType, String jcaName) {
        this.token = token;
        this.keyType = keyType;
        this.jcaName = jcaName;
    }

    abstract void update(Signature signature, OctetBuffer input) throws SignatureException;

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

    /** Signs; the key is one of this algorithm. */
    public byte[] sign(PrivateKey key, OctetBuffer input) {
        try {
            Signature signature = Signature.getInstance(jcaName);
            signature.initSign(key);
            update(signature, input);
            return signature.sign();
        } catch (GeneralSecurityException wrongKey) {
            throw new IllegalArgumentException("not a key for " + token, wrongKey);
        }
    }

    /** Whether the signature is the key's over the input. Any octets may be given as signature. */
    public boolean verifies(PublicKey key, OctetBuffer input, byte[] octets) {
        try {
            Signature signature = Signature.getInstance(jcaName);
            signature.initVerify(key);
            update(signature, input);
            return signature.verify(octets);
        } catch (SignatureException | InvalidKeyException notASignature) {
            return false;
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
