// SPDX-License-Identifier: Apache-2.0
package org.fumibako.net;

import java.io.IOException;

/** The peer ended or broke a line with a CR or an LF alone, which no mail protocol allows (RFC 5321 §2.3.8). */
public final class BareLineEndingException extends IOException {
    private static final long serialVersionUID = 1L;

    BareLineEndingException(String which) {
        super("bare " + which + " in a line");
    }
}
