// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.wire;

import java.util.Optional;

/** The command is understood and declined: {@code NO} (RFC 9051 §7.1.2). */
public final class CommandException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Optional<ResponseCode> code;
    private final String text;

    public CommandException(ResponseCode code, String text) {
        this(Optional.of(code), text);
    }

    public CommandException(Optional<ResponseCode> code, String text) {
        super(text, null, false, false);
        this.code = code;
        this.text = text;
    }

    public Optional<ResponseCode> code() {
        return code;
    }

    /** For the person at the client. */
    public String text() {
        return text;
    }
}
