// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.dkim;

import java.util.Locale;

/** What became of one signature, in the words of Authentication-Results (RFC 8601 §2.7.1). */
public enum DkimVerdict {
    /** The signature is good. */
    PASS,
    /** It is not: something was changed, or it is one that may not be believed any more. */
    FAIL,
    /** It says nothing: it cannot be processed. */
    NEUTRAL,
    /** It was not looked at, by our own decision. */
    POLICY,
    /** It may be good; ask again later. */
    TEMPERROR,
    /** It will never be good: something that belongs to it is missing or broken. */
    PERMERROR;

    /** The word in the header field. */
    public String token() {
        return name().toLowerCase(Locale.ROOT);
    }
}
