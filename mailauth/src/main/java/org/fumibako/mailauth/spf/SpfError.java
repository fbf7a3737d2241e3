// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.spf;

/** Ends an evaluation from anywhere in it. */
final class SpfError extends Exception {
    private static final long serialVersionUID = 1L;

    private final SpfResult result;

    private SpfError(SpfResult result, String reason) {
        super(reason, null, false, false);
        this.result = result;
    }

    static SpfError permanent(String reason) {
        return new SpfError(SpfResult.PERMERROR, reason);
    }

    static SpfError temporary(String reason) {
        return new SpfError(SpfResult.TEMPERROR, reason);
    }

    SpfResult result() {
        return result;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
