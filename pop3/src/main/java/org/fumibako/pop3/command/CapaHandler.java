// SPDX-License-Identifier: Apache-2.0
package org.fumibako.pop3.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.fumibako.registry.sasl.SaslServer;

/** CAPA (RFC 2449 §5): what can be used in this state. */
final class CapaHandler {
    void handle(Session session) throws IOException {
        List<String> capabilities = new ArrayList<>();
        if (!session.signedIn()) {
            if (session.connection().tlsAvailable()) {
                capabilities.add("STLS");
            }
            if (session.passwordsAllowed()) {
                capabilities.add("USER");
                capabilities.add("SASL " + String.join(" ", SaslServer.mechanisms()));
            } else {
                capabilities.add("SASL SCRAM-SHA-256");
            }
        }
        capabilities.addAll(List.of(
                "TOP",
                "UIDL",
                "RESP-CODES",
                "AUTH-RESP-CODE",
                "PIPELINING",
                "EXPIRE NEVER",
                "IMPLEMENTATION Fumibako"));
        session.ok("Capabilities");
        for (String capability : capabilities) {
            session.connection().out().ascii(capability).crlf();
        }
        session.connection().out().ascii(".").crlf();
    }
}
