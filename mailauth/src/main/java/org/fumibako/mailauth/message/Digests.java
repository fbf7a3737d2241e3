// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.message;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The one hash that is still allowed (RFC 8301 §3.1). */
public final class Digests {
    private Digests() {}

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
