// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.search;

/** What can be said of a message without looking further. */
enum Verdict {
    YES,
    NO,
    UNKNOWN;

    static Verdict of(boolean matches) {
        return matches ? YES : NO;
    }

    Verdict not() {
        return switch (this) {
            case YES -> NO;
            case NO -> YES;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
