// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.wire;

/** Ends the work on one object of a set with a {@link SetError}. */
public final class SetException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient SetError error;

    public SetException(SetError error) {
        super(error.description());
        this.error = error;
    }

    public static SetException invalid(String property, String description) {
        return new SetException(SetError.invalid(property, description));
    }

    public SetError error() {
        return error;
    }
}
