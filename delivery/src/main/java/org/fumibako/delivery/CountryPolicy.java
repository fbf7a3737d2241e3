// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.SmtpReply;
import org.fumibako.registry.Account;
import org.fumibako.registry.CountryRule;

/**
 * Step: a stolen password is of no use abroad (requirement A12). The reply is for the person who travels: which country we
 * took her to be in, and what opens the door. It comes at MAIL and not at AUTH, where mail programs would hide it and ask for
 * the password again.
 */
public final class CountryPolicy {
    private final Countries countries;
    private final CountrySettings settings;
    private final Function<EmailAddress, CountryRule> rules;
    private final InstantSource clock;

    /** @param rules the rule that holds for an account now */
    public CountryPolicy(
            Countries countries,
            CountrySettings settings,
            Function<EmailAddress, CountryRule> rules,
            InstantSource clock) {
        this.countries = countries;
        this.settings = settings;
        this.rules = rules;
        this.clock = clock;
    }

    /** Empty when {@code account} may send from {@code peer}. */
    Optional<SmtpReply> check(Account account, InetAddress peer) {
        if (settings.exempt().stream().anyMatch(network -> network.contains(peer))) {
            return Optional.empty();
        }
        boolean ofNoCountry = isPrivate(peer);
        Optional<String> country = ofNoCountry ? Optional.empty() : countries.of(peer);
        boolean home = country.map(settings.home()::contains)
                .orElse(ofNoCountry ? settings.privateAllowed() : settings.unknownAllowed());
        // Most mail is from home and need not cost a look into the database.
        if (home || isOpen(rules.apply(account.address()), peer, country)) {
            return Optional.empty();
        }
        return refusal(
                peer,
                country.map(code -> "country " + code)
                        .orElse(ofNoCountry ? "a private network" : "an unknown country"));
    }

    private boolean isOpen(CountryRule rule, InetAddress peer, Optional<String> country) {
        return !rule.limited()
                || rule.allowed().contains(peer)
                || country.stream()
                        .anyMatch(code -> rule.passes().stream().anyMatch(pass -> pass.opens(code, clock.instant())));
    }

    private static Optional<SmtpReply> refusal(InetAddress peer, String where) {
        return Optional.of(
                SmtpReply.of(
                        550,
                        "5.7.1",
                        "Sending from abroad is switched off for this account (you are at " + peer.getHostAddress()
                                + ", "
                                + where
                                + "). To send from there, ask for a travel pass or for the switch to be set to OFF in the"
                                + " server panel; webmail works from everywhere. / Kaigai kara no soushin wa seigen sarete imasu."));
    }

    /** Of no country: loopback, link-local, private and shared address space, unique local addresses. */
    private static boolean isPrivate(InetAddress peer) {
        byte[] octets = peer.getAddress();
        boolean unique = peer instanceof Inet6Address && (octets[0] & 0xfe) == 0xfc;
        boolean shared = octets.length == 4 && octets[0] == 100 && (octets[1] & 0xc0) == 64;
        return peer.isLoopbackAddress()
                || peer.isLinkLocalAddress()
                || peer.isSiteLocalAddress()
                || peer.isAnyLocalAddress()
                || unique
                || shared;
    }
}
