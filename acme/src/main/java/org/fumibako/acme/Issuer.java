// SPDX-License-Identifier: Apache-2.0
package org.fumibako.acme;

import java.util.Set;
import org.fumibako.model.DomainName;
import org.fumibako.net.TlsCertificate;

/** Whoever issues certificates. */
@FunctionalInterface
public interface Issuer {
    /**
     * A new certificate with a new key. Takes seconds to minutes.
     *
     * @param names all that it shall be good for, the most important one first; at least one
     * @throws IssueException when there is none
     */
    TlsCertificate issue(Set<DomainName> names) throws IssueException, InterruptedException;
}
