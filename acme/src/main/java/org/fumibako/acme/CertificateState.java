// SPDX-License-Identifier: Apache-2.0
package org.fumibako.acme;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.fumibako.model.DomainName;

/**
 * How a certificate stands.
 *
 * @param of the host, or a hosted domain
 * @param names what it is good for, in lower case; empty when there is none
 * @param expires when clients begin to refuse it
 * @param failure why the last attempt to get one failed, in the authority's words; empty when it did not
 * @param next when it is ordered next
 */
public record CertificateState(
        DomainName of, Set<String> names, Optional<Instant> expires, Optional<String> failure, Instant next) {
    public CertificateState {
        names = Set.copyOf(names);
    }
}
