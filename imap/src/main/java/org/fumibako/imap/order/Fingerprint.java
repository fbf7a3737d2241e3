// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.order;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * 64 bits that stand for a text of any length, so that what strangers write costs the same to keep. Nobody can choose which texts
 * meet; for one thread.
 */
final class Fingerprint {
    /** Stands for the empty text, and for nothing else. */
    static final long EMPTY = 0;

    private final MessageDigest digest;

    Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    long of(byte[] octets) {
        if (octets.length == 0) {
            return EMPTY;
        }
        long bits = ByteBuffer.wrap(digest.digest(octets)).getLong();
        return bits == EMPTY ? 1 : bits;
    }
}
