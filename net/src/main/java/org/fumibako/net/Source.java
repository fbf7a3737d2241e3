// SPDX-License-Identifier: Apache-2.0
package org.fumibako.net;

import java.io.IOException;
import java.time.Duration;

/** Where a {@link BoundedReader} gets its octets. */
@FunctionalInterface
interface Source {
    /**
     * Blocks until at least one octet is there.
     *
     * @param timeout how long to wait, {@link Duration#ZERO} for ever; then {@link java.net.SocketTimeoutException}
     * @return how many octets were read, -1 at the end
     */
    int read(byte[] into, int offset, int length, Duration timeout) throws IOException;
}
