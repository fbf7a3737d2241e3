// SPDX-License-Identifier: Apache-2.0
/**
 * Sockets for the protocols: listeners, connections in and out, TLS, and reading with bounds.
 *
 * <p><b>Threading.</b> A {@link Listener} gives every {@link Connection} a virtual thread, on which its
 * {@link ConnectionHandler} reads and writes with blocking calls. Reader and output belong to that thread; closing a
 * connection and asking whether the server is stopping may be done from any. {@link TlsContexts} and
 * {@link ConnectionLimits} are shared. An {@link OutgoingConnection} belongs to whoever got it from the {@link Dialer}.
 *
 * <p><b>Invariants.</b> No reader holds more than its bound says. An idle connection holds {@value BoundedReader#SMALL} octets
 * of buffer, a busy one before sign-in at most 16 KB in and 16 KB out. A flush is one write, and Nagle's algorithm is off. What a
 * peer sent in clear is never read as if it had come through TLS. A write, a handshake or a farewell that stalls ends the
 * connection.
 *
 * <p><b>Stopping.</b> {@link Listener#close(java.time.Duration)} lets a session that is committing finish and answer; a session
 * that waits for input sees the end of the stream at once, with {@link Connection#closing()} set, and can still say goodbye.
 *
 * <p><b>On disk.</b> A {@link Spool} over its memory bound uses a temporary file without a name.
 *
 * <p>It knows no protocol: what a line means, and what to answer, is the handler's.
 */
@org.jspecify.annotations.NullMarked
package org.fumibako.net;
