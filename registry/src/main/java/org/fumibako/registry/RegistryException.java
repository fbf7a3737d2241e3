// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

/** The registry refuses a change; nothing was changed. The message is a sentence for the person who asked. */
public final class RegistryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why, for programs. */
    public enum Reason {
        NOT_FOUND,
        ALREADY_EXISTS,
        /** Something else still needs it. */
        IN_USE,
        /** The customer's plan does not allow more. */
        OVER_LIMIT,
        INVALID
    }

    private final Reason reason;

    /** @param message a sentence for the person who asked */
    public RegistryException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** @param what as in "There is no ... ." */
    public static RegistryException notFound(String what) {
        return new RegistryException(Reason.NOT_FOUND, "There is no " + what + ".");
    }
}
