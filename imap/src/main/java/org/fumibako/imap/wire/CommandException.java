// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.wire;

import java.util.Optional;

/** The command is understood and declined: {@code NO} (RFC 9051 §7.1.2). The message is for the person at the client. */
public final class CommandException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Optional<ResponseCode> code;

    public CommandException(ResponseCode code, String message) {
        this(Optional.of(code), message);
    }

    public CommandException(Optional<ResponseCode> code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    public Optional<ResponseCode> code() {
        return code;
    }
}
