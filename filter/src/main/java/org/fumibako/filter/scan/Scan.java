// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.scan;

import java.util.List;
import org.fumibako.filter.Reason;

/**
 * What other programs said of one message.
 *
 * @param scanned whether one of them has looked for viruses
 * @param judged whether one of them has judged whether it is spam, so that our own look at the content does not count
 */
public record Scan(List<Reason> reasons, boolean judged, boolean scanned, List<Failure> failures) {
    /** Nobody was asked. */
    public static final Scan NONE = new Scan(List.of(), false, false, List.of());

    public Scan {
        reasons = List.copyOf(reasons);
        failures = List.copyOf(failures);
    }

    /**
     * A program that gave no answer.
     *
     * @param scanner its name
     * @param why for the support desk
     */
    public record Failure(String scanner, String why) {}

    /** Whether one was found. */
    public boolean isVirus() {
        return reasons.stream().anyMatch(reason -> reason.code().equals(Clamd.CODE));
    }
}
