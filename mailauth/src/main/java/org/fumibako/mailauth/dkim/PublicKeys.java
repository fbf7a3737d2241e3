// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.dkim;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/** Public keys between their forms in DNS and in Java. */
final class PublicKeys {
    /** What stands before the 32 octets of a key in a SubjectPublicKeyInfo (RFC 8410 §4). */
    private static final byte[] ED25519_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    static final int ED25519_BITS = 255;

    private static final int ED25519_OCTETS = 32;

    /** The algorithm identifier rsaEncryption with its NULL (RFC 8017 §A.1). */
    private static final byte[] RSA_IDENTIFIER = HexFormat.of().parseHex("300d06092a864886f70d0101010500");

    private PublicKeys() {}

    static PublicKey read(SignatureAlgorithm algorithm, String base64) throws SignatureFault {
        try {
            byte[] octets = Base64.getDecoder().decode(base64);
            return switch (algorithm) {
                case RSA_SHA256 -> rsa(octets);
                case ED25519_SHA256 -> ed25519(octets);
            };
        } catch (IllegalArgumentException notBase64) {
            throw new SignatureFault(DkimReason.KEY_SYNTAX);
        } catch (GeneralSecurityException unusable) {
            throw new SignatureFault(DkimReason.KEY_UNUSABLE);
        }
    }

    /** What goes into p=. */
    static byte[] octets(PublicKey key) {
        byte[] encoded = key.getEncoded();
        if (key instanceof RSAPublicKey) {
            return encoded;
        }
        byte[] raw = new byte[ED25519_OCTETS];
        System.arraycopy(encoded, ED25519_PREFIX.length, raw, 0, ED25519_OCTETS);
        return raw;
    }

    static int bits(PublicKey key) {
        return key instanceof RSAPublicKey rsa ? rsa.getModulus().bitLength() : ED25519_OCTETS * 8;
    }

    /** Published as SubjectPublicKeyInfo by all, though the standard's grammar says RSAPublicKey (RFC 6376 §3.6.1, eid3017). */
    private static PublicKey rsa(byte[] octets) throws GeneralSecurityException {
        KeyFactory factory = KeyFactory.getInstance("RSA");
        PublicKey key;
        try {
            key = factory.generatePublic(new X509EncodedKeySpec(octets));
        } catch (InvalidKeySpecException bare) {
            key = factory.generatePublic(new X509EncodedKeySpec(withIdentifier(octets)));
        }
        if (bits(key) > KeyRecord.MAX_RSA_BITS) {
            throw new InvalidKeySpecException("key of " + bits(key) + " bits");
        }
        return key;
    }

    private static PublicKey ed25519(byte[] octets) throws GeneralSecurityException {
        if (octets.length != ED25519_OCTETS) {
            throw new InvalidKeySpecException("key of " + octets.length + " octets");
        }
        byte[] encoded = new byte[ED25519_PREFIX.length + ED25519_OCTETS];
        System.arraycopy(ED25519_PREFIX, 0, encoded, 0, ED25519_PREFIX.length);
        System.arraycopy(octets, 0, encoded, ED25519_PREFIX.length, ED25519_OCTETS);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }

    private static byte[] withIdentifier(byte[] rsaPublicKey) {
        ByteArrayOutputStream bits = new ByteArrayOutputStream();
        bits.write(0);
        bits.writeBytes(rsaPublicKey);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(RSA_IDENTIFIER);
        der(0x03, bits.toByteArray(), content);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        der(0x30, content.toByteArray(), whole);
        return whole.toByteArray();
    }

    private static void der(int tag, byte[] content, ByteArrayOutputStream out) {
        out.write(tag);
        out.write(0x82);
        out.write(content.length >> 8);
        out.write(content.length);
        out.writeBytes(content);
    }
}
