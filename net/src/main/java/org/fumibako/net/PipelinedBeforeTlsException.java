// SPDX-License-Identifier: Apache-2.0
package org.fumibako.net;

import java.io.IOException;

/** The peer sent something in clear behind its request to start TLS, which must not be taken for protected input (RFC 3207 §5). */
public final class PipelinedBeforeTlsException extends IOException {
    private static final long serialVersionUID = 1L;

    PipelinedBeforeTlsException() {
        super("input in clear behind the request to start TLS");
    }
}
