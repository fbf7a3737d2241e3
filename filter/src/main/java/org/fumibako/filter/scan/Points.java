// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.scan;

import java.util.List;
import org.fumibako.filter.Reason;

/** Brings the score of another filter onto our scale, on which {@code standard} calls 5 spam. */
final class Points {
    private static final double STANDARD = 5.0;
    private static final double LEAST = -10.0;
    private static final double MOST = 30.0;

    private Points() {}

    /**
     * @param required the score from which on the other filter calls it spam, above zero
     * @param tests what it found, for people
     */
    static List<Reason> of(String program, double score, double required, String tests) {
        double points = Math.clamp(score / required * STANDARD, LEAST, MOST);
        String said = score + "/" + required + (tests.isEmpty() ? "" : " (" + Texts.word(tests) + ")");
        return List.of(new Reason(
                program.toUpperCase(java.util.Locale.ROOT),
                points,
                program + " の判定: " + said,
                program + " says " + said));
    }
}
