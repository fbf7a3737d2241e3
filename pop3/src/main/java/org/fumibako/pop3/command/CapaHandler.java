// SPDX-License-Identifier: Apache-2.0
package org.fumibako.pop3.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** CAPA (RFC 2449 §5): the same in both states, as the capabilities we have must be (§6, RFC 2595 §4). */
final class CapaHandler {
    private static final List<String> ALWAYS = List.of(
            "TOP", "UIDL", "RESP-CODES", "AUTH-RESP-CODE", "PIPELINING", "EXPIRE NEVER", "IMPLEMENTATION Fumibako");

    void handle(Session session) throws IOException {
        List<String> capabilities = new ArrayList<>();
        if (session.connection().tlsAvailable()) {
            capabilities.add("STLS");
        }
        if (session.passwordsAllowed()) {
            capabilities.add("USER");
        }
        capabilities.add("SASL " + String.join(" ", session.mechanisms()));
        capabilities.addAll(ALWAYS);
        session.ok("Capabilities");
        session.lines(capabilities);
    }
}
