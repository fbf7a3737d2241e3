// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.filter;

/** How much it takes to be called spam. Rows and configuration keep the names: none may change. */
public enum FilterLevel {
    /** Content is not looked at; the list of unwanted senders holds all the same. */
    OFF(Double.POSITIVE_INFINITY),
    /** Only what hardly anybody would want. */
    LENIENT(8.0),
    STANDARD(5.0),
    STRICT(3.5),
    /** For addresses that get little mail from strangers; now and then something wanted is caught. */
    STRICTEST(2.0);

    private final double threshold;

    FilterLevel(double threshold) {
        this.threshold = threshold;
    }

    /** The least score that is spam. */
    public double threshold() {
        return threshold;
    }
}
