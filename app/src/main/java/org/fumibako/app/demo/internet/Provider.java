// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.demo.internet;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fumibako.model.DomainName;

/**
 * Somebody who takes mail for a domain.
 *
 * @param what how it is unlike others, for people
 * @param hosts its servers, in the order in which its MX records want them asked; none at all is a null MX (RFC 7505)
 */
record Provider(DomainName domain, String what, List<Host> hosts) {
    /** Everybody there is. */
    static final List<Provider> ALL = all();

    /** The first address in use is one above this; those below are for people who want to come from somewhere. */
    private static final int BEFORE_FIRST = 10;

    Provider {
        hosts = List.copyOf(hosts);
    }

    private static List<Provider> all() {
        Census census = new Census();
        census.add("gmail.test", "wants SPF or DKIM to prove the author", Set.of(Trait.PROVES_AUTHORS));
        census.add("docomo.test", "knows few extensions; ten messages a minute", Set.of(Trait.OLD, Trait.RATIONS));
        census.add("outlook.test", "the first of its two servers says 421", Set.of(Trait.CLOSED), Set.of());
        census.add("strict.test", "wants TLS, SPF and DKIM", Set.of(Trait.TLS_ONLY, Trait.PROVES_TWICE));
        census.add("grey.test", "puts off who writes for the first time", Set.of(Trait.GREYLISTS));
        census.add("plain.test", "has no TLS", Set.of(Trait.WITHOUT_TLS));
        census.add("badcert.test", "has somebody else's certificate", Set.of(Trait.STRANGE_CERTIFICATE));
        census.add("silent.test", "accepts the connection and says nothing", Set.of(Trait.SILENT_AT_CONNECT));
        census.add("silent-ehlo.test", "never answers EHLO", Set.of(Trait.SILENT_AT_EHLO));
        census.add("silent-tls.test", "stops in the TLS handshake", Set.of(Trait.SILENT_AT_TLS));
        census.add("silent-mail.test", "never answers MAIL", Set.of(Trait.SILENT_AT_MAIL));
        census.add("dead.test", "nobody listens", Set.of(Trait.ABSENT));
        census.add("nomail.test", "takes no mail, and says so in DNS");
        return List.copyOf(census.providers);
    }

    /** Gives every server the next address. */
    private static final class Census {
        private final List<Provider> providers = new ArrayList<>();
        private int addresses = BEFORE_FIRST;

        @SafeVarargs
        final void add(String domain, String what, Set<Trait>... servers) {
            List<Host> hosts = new ArrayList<>();
            for (Set<Trait> traits : servers) {
                String name = "mx" + (servers.length == 1 ? "" : String.valueOf(hosts.size() + 1)) + "." + domain;
                addresses++;
                hosts.add(new Host(DomainName.of(name), InetAddress.ofLiteral("127.0.0." + addresses), traits));
            }
            providers.add(new Provider(DomainName.of(domain), what, hosts));
        }
    }
}
