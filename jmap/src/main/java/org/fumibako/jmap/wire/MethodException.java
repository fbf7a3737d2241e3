// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.wire;

import tools.jackson.databind.node.ObjectNode;

/** A method call that fails as a whole (RFC 8620 §3.6.2). */
public final class MethodException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String type;

    /**
     * @param type {@code invalidArguments}
     * @param description for whoever debugs the client
     */
    public MethodException(String type, String description) {
        super(description);
        this.type = type;
    }

    public static MethodException invalidArguments(String description) {
        return new MethodException("invalidArguments", description);
    }

    public static MethodException cannotCalculateChanges() {
        return new MethodException("cannotCalculateChanges", "The state is too old, or none of ours.");
    }

    public static MethodException stateMismatch() {
        return new MethodException("stateMismatch", "Something has changed since that state.");
    }

    public static MethodException serverFail() {
        return new MethodException("serverFail", "The server could not do it; nothing is known to be changed.");
    }

    public String type() {
        return type;
    }

    /** The arguments of the {@code error} response. */
    public ObjectNode arguments() {
        return Json.object().put("type", type).put("description", getMessage());
    }
}
