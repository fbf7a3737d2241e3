// SPDX-License-Identifier: Apache-2.0
package org.fumibako.testkit;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A message that a {@link SinkMx} took.
 *
 * @param helo the client's EHLO or HELO, whole
 * @param mail the MAIL command, whole
 * @param rcpts the RCPT commands that were accepted, whole
 * @param octets the message, without the dots that DATA adds
 * @param wire the same as it was sent, with the final dot of DATA
 * @param tls whether it came under TLS
 */
public record ReceivedMail(
        String helo, String mail, List<String> rcpts, byte[] octets, byte[] wire, boolean chunked, boolean tls) {
    public ReceivedMail {
        rcpts = List.copyOf(rcpts);
    }

    /** The message as text, one char an octet. */
    public String text() {
        return new String(octets, StandardCharsets.ISO_8859_1);
    }
}
