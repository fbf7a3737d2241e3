// SPDX-License-Identifier: Apache-2.0
package org.fumibako.net;

import java.io.IOException;

/** Where an {@link Output} puts its octets. */
@FunctionalInterface
interface Sink {
    void write(byte[] from, int offset, int length) throws IOException;
}
