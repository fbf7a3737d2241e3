// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.fumibako.journal.JournalEvent.RefusedAbroad.Place;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Account;
import org.fumibako.registry.CountryRule;

/**
 * Step: a stolen password is of no use abroad (requirement A12). The refusal comes at MAIL and not at AUTH, where mail programs
 * would hide its words and ask for the password again.
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
    Optional<Whereabouts> check(Account account, InetAddress peer) {
        if (settings.exempt().stream().anyMatch(network -> network.contains(peer))) {
            return Optional.empty();
        }
        Whereabouts place = place(peer);
        boolean home = switch (place.place()) {
            case ABROAD -> settings.home().contains(place.country());
            case UNKNOWN_COUNTRY -> settings.unknownAllowed();
            case PRIVATE_NETWORK -> settings.privateAllowed();
        };
        // Most mail is from home and need not cost a look into the database.
        return home || isOpen(rules.apply(account.address()), place) ? Optional.empty() : Optional.of(place);
    }

    private Whereabouts place(InetAddress peer) {
        if (isPrivate(peer)) {
            return new Whereabouts(peer, "", Place.PRIVATE_NETWORK);
        }
        return countries
                .of(peer)
                .map(country -> new Whereabouts(peer, country, Place.ABROAD))
                .orElseGet(() -> new Whereabouts(peer, "", Place.UNKNOWN_COUNTRY));
    }

    private boolean isOpen(CountryRule rule, Whereabouts place) {
        return !rule.limited()
                || rule.allowed().contains(place.peer())
                || rule.passes().stream().anyMatch(pass -> pass.opens(place.country(), clock.instant()));
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
