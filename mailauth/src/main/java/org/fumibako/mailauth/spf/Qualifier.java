// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.spf;

/** What a match of a mechanism means (RFC 7208 §4.6.2). */
enum Qualifier {
    PASS('+', SpfResult.PASS),
    FAIL('-', SpfResult.FAIL),
    SOFTFAIL('~', SpfResult.SOFTFAIL),
    NEUTRAL('?', SpfResult.NEUTRAL);

    private final char sign;
    private final SpfResult result;

    Qualifier(char sign, SpfResult result) {
        this.sign = sign;
        this.result = result;
    }

    SpfResult result() {
        return result;
    }

    static boolean isSign(char c) {
        return "+-~?".indexOf(c) >= 0;
    }

    static Qualifier of(char sign) {
        for (Qualifier qualifier : values()) {
            if (qualifier.sign == sign) {
                return qualifier;
            }
        }
        throw new IllegalArgumentException("no qualifier: " + sign);
    }
}
