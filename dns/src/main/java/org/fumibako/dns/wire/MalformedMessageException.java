// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.wire;

import java.io.IOException;

/** The octets are no DNS message; what was read of it is to be thrown away. */
public final class MalformedMessageException extends IOException {
    public MalformedMessageException(String message) {
        super(message);
    }
}
