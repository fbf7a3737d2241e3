// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.util.Base64;

/**
 * SCRAM keys as text, {@code SCRAM-SHA-256$iterations:salt$storedKey:serverKey} (RFC 5803 §2).
 *
 * @param storedKey 32 octets
 * @param serverKey 32 octets
 */
record ScramText(byte[] salt, int iterations, byte[] storedKey, byte[] serverKey) {
    private static final String SCHEME = "SCRAM-SHA-256";

    static ScramText parse(String text) {
        String[] part = text.split("[$:]", -1);
        if (part.length != 5 || !part[0].equals(SCHEME)) {
            throw new IllegalArgumentException("not SCRAM keys");
        }
        Base64.Decoder base64 = Base64.getDecoder();
        return new ScramText(
                base64.decode(part[2]), Integer.parseInt(part[1]), base64.decode(part[3]), base64.decode(part[4]));
    }

    @Override
    public String toString() {
        Base64.Encoder base64 = Base64.getEncoder();
        return SCHEME + "$" + iterations + ":" + base64.encodeToString(salt) + "$" + base64.encodeToString(storedKey)
                + ":" + base64.encodeToString(serverKey);
    }
}
