// SPDX-License-Identifier: Apache-2.0
package org.fumibako.webmail.url;

import java.time.Duration;
import java.util.Set;

/**
 * How much is fetched.
 *
 * @param octets of a body
 * @param time for all of it, from the first question to DNS to the last octet, redirects and all
 * @param redirects that are followed
 * @param atOnce fetches at a time, of everybody; others wait their turn within their time
 * @param ports that are gone to: so that nobody talks to other services through us
 */
public record UrlLimits(int octets, Duration time, int redirects, int atOnce, Set<Integer> ports) {
    /** A photograph fits; a sender's server that takes longer than 10 seconds leaves a gap in the page. */
    public static final UrlLimits PICTURES =
            new UrlLimits(10 << 20, Duration.ofSeconds(10), 5, 32, Set.of(80, 443, 8080, 8443));
}
