// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client.wire;

/** What the server sent is no reply (RFC 5321 §4.2), or one longer than we take. */
public final class ReplySyntaxException extends Exception {
    private static final long serialVersionUID = 1;

    /** @param message for people: what was wrong with it */
    public ReplySyntaxException(String message) {
        super(message);
    }
}
