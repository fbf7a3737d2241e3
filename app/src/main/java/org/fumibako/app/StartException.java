// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app;

/** The server cannot start, for a reason that the person who started it can mend; the message is one sentence for them. */
public final class StartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartException(String sentence) {
        super(sentence);
    }

    public StartException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
