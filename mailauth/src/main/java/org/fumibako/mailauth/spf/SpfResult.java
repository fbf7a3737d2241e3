// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.spf;

import java.util.Locale;

/** What an evaluation comes to (RFC 7208 §2.6). */
public enum SpfResult {
    NONE,
    NEUTRAL,
    PASS,
    FAIL,
    SOFTFAIL,
    TEMPERROR,
    PERMERROR;

    /** As it stands in Authentication-Results (RFC 8601 §2.7.2). */
    public String keyword() {
        return name().toLowerCase(Locale.ROOT);
    }
}
