// SPDX-License-Identifier: Apache-2.0
package org.fumibako.bench;

/**
 * One measured number.
 *
 * @param label what was measured, the row of the table; the same label from several rounds is one series
 * @param value the number, in {@code unit}
 * @param unit the unit as printed
 * @param better which direction is better, so that a ratio above one always favours Fumibako
 */
record Figure(String label, double value, String unit, Better better) {

    /** Which direction of a number is the better one. */
    enum Better {
        HIGHER,
        LOWER
    }

    static Figure rate(String label, double value, String unit) {
        return new Figure(label, value, unit, Better.HIGHER);
    }

    static Figure cost(String label, double value, String unit) {
        return new Figure(label, value, unit, Better.LOWER);
    }
}
