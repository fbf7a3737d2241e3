// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client;

import org.fumibako.model.DomainName;

/** Where mail for a domain goes next. */
public sealed interface NextHop {
    /** What deliveries to one destination have in common: they share connections, and limits on how many there are. */
    String key();

    /** The servers that the domain's MX records name (RFC 5321 §5.1). */
    record MailExchangers(DomainName domain) implements NextHop {
        @Override
        public String key() {
            return domain.ascii();
        }
    }

    /** One server that the configuration names, for this domain or for all. */
    record Relay(Smarthost smarthost) implements NextHop {
        @Override
        public String key() {
            return "smarthost:" + smarthost.host() + ":" + smarthost.port();
        }
    }
}
