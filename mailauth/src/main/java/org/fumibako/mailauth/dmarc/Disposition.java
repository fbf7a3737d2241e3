// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.dmarc;

/** What is to be done with a message, mildest first. */
public enum Disposition {
    NONE,
    /** To the junk mailbox. */
    QUARANTINE,
    /** A temporary refusal: it would be rejected or filed as junk, but DNS did not answer for what might have proven it. */
    RETRY,
    REJECT;

    static Disposition of(DmarcPolicy policy) {
        return switch (policy) {
            case NONE -> NONE;
            case QUARANTINE -> QUARANTINE;
            case REJECT -> REJECT;
        };
    }
}
