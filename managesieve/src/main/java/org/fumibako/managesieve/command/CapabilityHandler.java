// SPDX-License-Identifier: Apache-2.0
package org.fumibako.managesieve.command;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.fumibako.registry.Account;
import org.fumibako.sieve.SieveLimits;
import org.fumibako.sieve.SieveScript;

/** CAPABILITY (RFC 5804 §2.4, §1.7). */
final class CapabilityHandler implements Handlers.Handler {
    @Override
    public void handle(Arguments arguments, Session session) throws IOException {
        arguments.end();
        tell(session);
        session.ok("Done");
    }

    void tell(Session session) throws IOException {
        session.line(List.of("IMPLEMENTATION", "Fumibako"), "");
        session.line(List.of("SASL", String.join(" ", session.mechanisms())), "");
        session.line(List.of("SIEVE", String.join(" ", SieveScript.extensions())), "");
        if (session.connection().tlsAvailable()) {
            session.line(List.of("STARTTLS"), "");
        }
        session.line(List.of("MAXREDIRECTS", Integer.toString(SieveLimits.DEFAULT.redirects())), "");
        session.line(List.of("UNAUTHENTICATE"), "");
        Optional<Account> account = session.account();
        if (account.isPresent()) {
            session.line(List.of("OWNER", account.get().address().toString()), "");
        }
        session.line(List.of("VERSION", "1.0"), "");
    }
}
