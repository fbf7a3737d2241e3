// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.message;

import java.security.MessageDigest;

/** Hashes a canonical form up to a limit, and counts all of it. */
final class BodyDigest {
    private final MessageDigest digest = Digests.sha256();
    private final long limit;
    private long octets;

    BodyDigest(long limit) {
        this.limit = limit;
    }

    void update(byte[] from, int length) {
        long room = Math.max(0, limit - octets);
        digest.update(from, 0, (int) Math.min(length, room));
        octets += length;
    }

    BodyHash finish() {
        return new BodyHash(digest.digest(), octets);
    }
}
