// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor;

import java.util.Locale;

/** What a check came to. */
public enum Outcome {
    /** Nothing wrong here. */
    FINE,
    /** This explains the complaint, and there is evidence for it. */
    CAUSE,
    /** Not as it should be; it may or may not explain the complaint. */
    SUSPICIOUS,
    /** It could not be found out, or there is no evidence either way. */
    UNKNOWN;

    /** As it is written in JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
