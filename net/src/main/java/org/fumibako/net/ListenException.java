// SPDX-License-Identifier: Apache-2.0
package org.fumibako.net;

import java.io.IOException;

/** A port could not be opened. The message is one sentence for the operator: which protocol, which address, why. */
public final class ListenException extends IOException {
    private static final long serialVersionUID = 1L;

    public ListenException(String message, Throwable cause) {
        super(message, cause);
    }
}
