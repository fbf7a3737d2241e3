// SPDX-License-Identifier: Apache-2.0
package org.fumibako.net;

import java.time.Duration;

/**
 * How long an outgoing connection may stand still.
 *
 * @param connect until the server's system answers
 * @param handshake for a whole TLS handshake
 * @param write for one write to a server that does not read
 */
public record DialTimeouts(Duration connect, Duration handshake, Duration write) {}
