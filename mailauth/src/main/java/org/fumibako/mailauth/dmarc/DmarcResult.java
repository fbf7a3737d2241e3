// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.dmarc;

import java.util.Locale;

/** What an evaluation comes to, in the words of Authentication-Results (RFC 9989 §9.1, RFC 7489 §11.2). */
public enum DmarcResult {
    /** The domain publishes no policy. */
    NONE,
    PASS,
    FAIL,
    TEMPERROR,
    /** The message does not say whose it is in a way that can be judged. */
    PERMERROR;

    public String keyword() {
        return name().toLowerCase(Locale.ROOT);
    }
}
