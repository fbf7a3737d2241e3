// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.sasl;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * What an exchange is bound to (RFC 5802 §6): to the TLS connection, so that nobody in between can pass it on, or to nothing.
 *
 * @param data of the channel, for the mechanism that ends in {@code -PLUS}; empty for the other
 * @param offered whether the connection could be bound
 */
record ScramBinding(Optional<byte[]> data, boolean offered) {
    /** The one type that is offered (RFC 9266); what TLS 1.2 had is weak or unknown to TLS 1.3. */
    static final String TYPE = "tls-exporter";

    static ScramBinding to(byte[] data) {
        return new ScramBinding(Optional.of(data), true);
    }

    static ScramBinding without(boolean offered) {
        return new ScramBinding(Optional.empty(), offered);
    }

    /**
     * Whether the flag of a GS2 header belongs to this mechanism. A client that says {@code y} could bind and was told that we cannot:
     * where we had offered it, somebody has taken it out of the list on the way.
     */
    boolean allows(String flag) {
        if (data.isPresent()) {
            return flag.equals("p=" + TYPE);
        }
        return flag.equals("n") || (flag.equals("y") && !offered);
    }

    /** The value of {@code c} that the last message must have. */
    String expected(String gs2Header) {
        ByteArrayOutputStream input = new ByteArrayOutputStream();
        input.writeBytes(gs2Header.getBytes(StandardCharsets.UTF_8));
        data.ifPresent(input::writeBytes);
        return Base64.getEncoder().encodeToString(input.toByteArray());
    }
}
