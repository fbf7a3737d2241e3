// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.wire;

import java.io.IOException;

/** A refused command goes on for longer than the server is ready to read in vain; only closing the connection ends it. */
public final class DiscardException extends IOException {
    private static final long serialVersionUID = 1L;

    DiscardException() {
        super("refused literal is too large to skip");
    }
}
