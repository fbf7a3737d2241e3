// SPDX-License-Identifier: Apache-2.0
package org.fumibako.e2e.wire;

import java.io.IOException;

/** The server answered NO or BAD: the command was not done, and the connection goes on. */
public final class ImapRefusal extends IOException {

    private static final long serialVersionUID = 1;

    ImapRefusal(String response) {
        super(response);
    }
}
