// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.host;

import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.fumibako.dns.Budget;
import org.fumibako.dns.Resolver;
import org.fumibako.mailauth.spf.Spf;
import org.fumibako.mailauth.spf.SpfOutcome;
import org.fumibako.mailauth.spf.SpfRequest;
import org.fumibako.model.DomainName;

/** Whether mail may leave in the host's own name (RFC 7208 §2.3), as forwarded mail and notifications do. */
final class SpfCheck {
    /** Questions about one address: those of the worst record that SPF allows (RFC 7208 §4.6.4). */
    private static final int QUESTIONS = 132;

    private static final Duration TIME = Duration.ofSeconds(10);

    private final Resolver resolver;
    private final InstantSource clock;

    SpfCheck(Resolver resolver, InstantSource clock) {
        this.resolver = resolver;
        this.clock = clock;
    }

    Finding check(DomainName host, InetAddress address) {
        Budget budget = Budget.of(QUESTIONS, TIME, System::nanoTime);
        SpfOutcome outcome = new Spf(resolver, host, clock)
                .check(SpfRequest.of(address, host.ascii(), Optional.empty()), budget);
        String literal = address.getHostAddress();
        return switch (outcome.result()) {
            case PASS -> Finding.good("SPF lets " + literal + " send in the name of " + host + ".");
            case NONE ->
                Finding.warning("The name " + host + " has no SPF record. Forwarded mail and notifications leave in"
                        + " this name, and Gmail and others refuse what nothing proves: add the TXT record"
                        + " \"v=spf1 a -all\" to it.");
            case TEMPERROR ->
                Finding.unknown("DNS did not say whether " + literal + " may send in the name of " + host + ".");
            case NEUTRAL, SOFTFAIL, FAIL, PERMERROR ->
                Finding.problem("SPF does not let " + literal + " send in the name of " + host + ", as forwarded mail and"
                        + " notifications do: add the address to the SPF record of " + host + ".");
        };
    }
}
