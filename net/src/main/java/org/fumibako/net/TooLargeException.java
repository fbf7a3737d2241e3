// SPDX-License-Identifier: Apache-2.0
package org.fumibako.net;

import java.io.IOException;

/** More octets arrived than the receiver keeps. */
public final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    private final long max;

    TooLargeException(long max) {
        super("more than " + max + " octets");
        this.max = max;
    }

    /** The bound that was exceeded, in octets. */
    public long max() {
        return max;
    }
}
