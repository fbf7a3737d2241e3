// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.wire;

import java.util.Optional;

/** The command is not one of the grammar, or too large for it: {@code BAD} (RFC 9051 §7.1.3). */
public final class SyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Optional<ResponseCode> code;
    private final String text;

    public SyntaxException(String text) {
        this(Optional.empty(), text);
    }

    public SyntaxException(ResponseCode code, String text) {
        this(Optional.of(code), text);
    }

    private SyntaxException(Optional<ResponseCode> code, String text) {
        super(text, null, false, false);
        this.code = code;
        this.text = text;
    }

    public Optional<ResponseCode> code() {
        return code;
    }

    /** For the client. */
    public String text() {
        return text;
    }
}
