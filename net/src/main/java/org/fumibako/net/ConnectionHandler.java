// SPDX-License-Identifier: Apache-2.0
package org.fumibako.net;

import java.io.IOException;

/**
 * Speaks one protocol with one peer, on the connection's own virtual thread, until the dialogue is over.
 *
 * <p>Returning ends the connection: what is left in {@link Connection#out()} is flushed and the socket closed politely. An
 * {@link IOException} means the peer is gone or silent; anything else thrown is a fault that the listener logs.
 */
@FunctionalInterface
public interface ConnectionHandler {
    void serve(Connection connection) throws IOException;
}
