// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.spf;

import java.time.InstantSource;
import java.util.function.Function;
import org.fumibako.dns.DnsName;
import org.fumibako.model.DomainName;

/**
 * What the letters of macros stand for (RFC 7208 §7.2).
 *
 * @param domain the domain whose record is being evaluated
 * @param validated finds the client's validated name for a domain; asks DNS, so only when the letter p comes up
 * @param host our own name
 */
record MacroValues(
        SpfRequest request, DnsName domain, Function<DnsName, String> validated, DomainName host, InstantSource clock) {
    MacroValues in(DnsName other) {
        return new MacroValues(request, other, validated, host, clock);
    }

    String of(char letter) {
        return switch (letter) {
            case 's' -> localPart() + "@" + request.domain();
            case 'l' -> localPart();
            case 'o' -> request.domain();
            case 'd' -> domain.text();
            case 'i' -> AddressText.dotted(request.client());
            case 'p' -> validated.apply(domain);
            case 'v' -> AddressText.isFour(request.client()) ? "in-addr" : "ip6";
            case 'h' -> request.helo();
            case 'c' -> AddressText.readable(request.client());
            case 'r' -> host.ascii();
            case 't' -> Long.toString(clock.instant().getEpochSecond());
            default -> throw new IllegalArgumentException("no macro letter: " + letter);
        };
    }

    private String localPart() {
        return request.localPart().isEmpty() ? "postmaster" : request.localPart();
    }
}
