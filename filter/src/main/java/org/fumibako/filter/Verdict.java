// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What the filter thinks of a message.
 *
 * @param score the sum of all points; what level of it is spam, the domain's policy says (its level)
 * @param reasons the weightiest first
 */
public record Verdict(double score, List<Reason> reasons) {
    public static final Verdict NONE = new Verdict(0, List.of());

    public Verdict {
        reasons = reasons.stream()
                .sorted(Comparator.comparingDouble((Reason reason) -> -Math.abs(reason.points())))
                .toList();
    }

    /** Sums the points. */
    public static Verdict of(List<Reason> reasons) {
        return new Verdict(reasons.stream().mapToDouble(Reason::points).sum(), reasons);
    }

    /** The score as it is written everywhere: {@code 6.3}. */
    public String points() {
        return points(score);
    }

    static String points(double points) {
        // A zero has no sign.
        return String.format(Locale.ROOT, "%.1f", Math.round(points * 10) / 10.0 + 0.0);
    }

    /** Codes with their points, for headers and journal: {@code BAYES=4.2 LINK_MISMATCH=1.5}. */
    public String codes() {
        return reasons.stream()
                .map(reason -> reason.code() + "=" + points(reason.points()))
                .collect(Collectors.joining(" "));
    }
}
