// SPDX-License-Identifier: Apache-2.0
package org.fumibako.net;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.List;

/** Private keys from their DER forms. The JDK reads PKCS #8 only, so the older forms are put into that envelope. */
final class PrivateKeyDer {
    private static final int SEQUENCE = 0x30;
    private static final int OCTET_STRING = 0x04;

    /** The curve's name in a SEC 1 key: {@code [0] EXPLICIT} (RFC 5915 §3). */
    private static final int PARAMETERS = 0xa0;

    private static final byte[] VERSION_0 = {0x02, 0x01, 0x00};

    /** AlgorithmIdentifier of RSA: 1.2.840.113549.1.1.1, NULL (RFC 8017 §A.1). */
    private static final byte[] RSA = {
        0x30, 0x0d, 0x06, 0x09, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00
    };

    /** The OID id-ecPublicKey, 1.2.840.10045.2.1 (RFC 5480 §2.1.1). */
    private static final byte[] EC_PUBLIC_KEY = {0x06, 0x07, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 0x02, 0x01};

    private static final List<String> ALGORITHMS = List.of("EC", "RSA", "Ed25519");

    private PrivateKeyDer() {}

    /** RFC 5958. */
    static PrivateKey pkcs8(byte[] der) throws GeneralSecurityException {
        PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(der);
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(spec);
            } catch (InvalidKeySpecException e) {
                // A key for another algorithm.
            }
        }
        throw new InvalidKeySpecException("neither EC, RSA nor Ed25519");
    }

    /** RFC 8017 §A.1.2. */
    static PrivateKey pkcs1(byte[] der) throws GeneralSecurityException {
        return pkcs8(element(SEQUENCE, VERSION_0, RSA, element(OCTET_STRING, der)));
    }

    /** RFC 5915 §3; only with a named curve, as every tool writes it. */
    static PrivateKey sec1(byte[] der) throws GeneralSecurityException {
        byte[] algorithm = element(SEQUENCE, EC_PUBLIC_KEY, curve(der));
        return pkcs8(element(SEQUENCE, VERSION_0, algorithm, element(OCTET_STRING, der)));
    }

    /** Walks over the elements of the outer SEQUENCE to the parameters, and takes them without their tag. */
    private static byte[] curve(byte[] der) throws InvalidKeySpecException {
        try {
            int position = contentStart(der, 0);
            while (position < der.length) {
                int start = contentStart(der, position);
                int end = start + length(der, position);
                if ((der[position] & 0xff) == PARAMETERS) {
                    return Arrays.copyOfRange(der, start, end);
                }
                position = end;
            }
        } catch (ArrayIndexOutOfBoundsException e) {
            throw new InvalidKeySpecException("damaged EC key", e);
        }
        throw new InvalidKeySpecException("EC key without its curve");
    }

    private static int contentStart(byte[] der, int position) {
        int first = der[position + 1] & 0xff;
        return position + 2 + (first < 0x80 ? 0 : first & 0x7f);
    }

    private static int length(byte[] der, int position) {
        int first = der[position + 1] & 0xff;
        if (first < 0x80) {
            return first;
        }
        int length = 0;
        for (int i = 0; i < (first & 0x03); i++) {
            length = length << 8 | (der[position + 2 + i] & 0xff);
        }
        return length;
    }

    private static byte[] element(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        int length = content.size();
        ByteArrayOutputStream der = new ByteArrayOutputStream();
        der.write(tag);
        if (length < 0x80) {
            der.write(length);
        } else {
            der.write(0x82);
            der.write(length >> 8);
            der.write(length);
        }
        der.writeBytes(content.toByteArray());
        return der.toByteArray();
    }
}
