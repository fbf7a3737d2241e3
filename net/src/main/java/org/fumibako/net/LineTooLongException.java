// SPDX-License-Identifier: Apache-2.0
package org.fumibako.net;

import java.io.IOException;

/** The peer sent a line longer than the protocol allows here; {@link BoundedReader} skips its rest on the next read. */
public final class LineTooLongException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int max;

    LineTooLongException(int max) {
        super("line longer than " + max + " octets");
        this.max = max;
    }

    /** The bound that was exceeded, in octets without the line ending. */
    public int max() {
        return max;
    }
}
