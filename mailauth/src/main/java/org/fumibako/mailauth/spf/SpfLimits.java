// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.spf;

import java.time.Duration;

/** What one evaluation may cost (RFC 7208 §4.6.4). */
public final class SpfLimits {
    /** Terms that cause look-ups, in the record and all that it includes. */
    public static final int TERMS = 10;

    /** Questions of terms that may stay without an answer. */
    public static final int VOIDS = 2;

    /** Names of one {@code mx} or {@code ptr} that are looked at. */
    public static final int NAMES = 10;

    /** The time the standard asks us to allow for one evaluation. */
    public static final Duration TIME = Duration.ofSeconds(20);

    /** Questions that the worst record within the limits can cause: ten times eleven, each with its record, and the explanation. */
    public static final int QUESTIONS = 132;

    /** Characters of an explanation; it has to fit into a reply line of 512 octets with something around it. */
    public static final int EXPLANATION = 400;

    /** Problems of one record that are written down; a person mends a few at a time. */
    static final int PROBLEMS = 20;

    private SpfLimits() {}
}
