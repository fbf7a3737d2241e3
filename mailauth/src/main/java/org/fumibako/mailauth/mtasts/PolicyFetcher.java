// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.mtasts;

import java.util.Optional;
import org.fumibako.model.DomainName;

/** Gets the file of a domain's policy over HTTPS. */
@FunctionalInterface
public interface PolicyFetcher {
    /**
     * The file at {@code https://mta-sts.DOMAIN/.well-known/mta-sts.txt} (RFC 8461 §3.3): only with status 200, without following
     * redirects, from a server whose certificate a public authority signed for that name, never from an address of our own networks,
     * at most {@link MtaStsPolicy#MAX_LENGTH} characters, and within a minute.
     *
     * @return empty when it cannot be had, for whatever reason
     */
    Optional<String> fetch(DomainName domain);
}
