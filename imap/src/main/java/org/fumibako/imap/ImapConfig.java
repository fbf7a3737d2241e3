// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap;

import java.nio.file.Path;
import org.fumibako.model.ByteSize;
import org.fumibako.net.ListenerConfig;

/**
 * How one IMAP port is served.
 *
 * @param listener address, TLS (STARTTLS on 143, implicit on 993) and connection limits
 * @param appendLimit the largest message that APPEND takes (RFC 7889); {@link #DEFAULT_APPEND_LIMIT} by default
 * @param spool an existing directory for large messages until they are complete
 */
public record ImapConfig(ListenerConfig listener, ByteSize appendLimit, Path spool) {
    /** As large as what other servers deliver in practice. */
    public static final ByteSize DEFAULT_APPEND_LIMIT = ByteSize.ofMegabytes(100);

    /** What one connection too many is told, for {@link ListenerConfig#withLimits}. */
    public static final String BUSY_LINE = "* BYE [LIMIT] Too many connections\r\n";
}
