// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.fumibako.filter.scan.Door;
import org.fumibako.model.DomainName;

/**
 * Who else is asked about strangers' mail.
 *
 * @param rspamd where it takes messages over HTTP
 * @param spamd SpamAssassin's daemon
 * @param clamd ClamAV's daemon
 * @param patience how long mail waits for all of them together
 * @param blocklists zones of lists of servers' addresses (RFC 5782)
 * @param linkBlocklists zones of lists of domains in links
 */
public record FilterSettings(
        Optional<URI> rspamd,
        Optional<Door> spamd,
        Optional<Door> clamd,
        Duration patience,
        List<DomainName> blocklists,
        List<DomainName> linkBlocklists) {
    /** How long mail waits where nobody says otherwise. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Nobody. */
    public static final FilterSettings ALONE =
            new FilterSettings(Optional.empty(), Optional.empty(), Optional.empty(), PATIENCE, List.of(), List.of());

    public FilterSettings {
        blocklists = List.copyOf(blocklists);
        linkBlocklists = List.copyOf(linkBlocklists);
    }
}
