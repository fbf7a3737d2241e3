// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.arc;

import java.util.Locale;

/** State of a chain (RFC 8617 §4.4), in the words of cv= and of Authentication-Results. */
public enum ArcVerdict {
    /** There is no chain. */
    NONE,
    /** Every seal is good, and the message is as the last sealer saw it. */
    PASS,
    /** It is no whole chain, or was none when it came by an earlier sealer. */
    FAIL;

    /** The word in the header field. */
    public String token() {
        return name().toLowerCase(Locale.ROOT);
    }
}
