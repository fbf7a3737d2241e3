// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.blob;

import java.io.IOException;
import java.io.InputStream;

/** Octets that a client can name (RFC 8620 §6): an upload, a message, or what is in a part of one. Whoever asked closes it. */
public interface Blob extends AutoCloseable {
    /** A new stream over all of it. */
    InputStream open() throws IOException;

    @Override
    void close();
}
