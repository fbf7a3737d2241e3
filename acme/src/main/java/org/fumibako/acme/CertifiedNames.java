// SPDX-License-Identifier: Apache-2.0
package org.fumibako.acme;

import java.util.List;
import java.util.Set;
import org.fumibako.model.DomainName;

/** What certificates are wanted for. Asked by one thread. */
public interface CertifiedNames {
    /** Who has a certificate: the host first, then every hosted domain. */
    List<DomainName> holders();

    /** What the certificate of a holder should be good for, in the order in which it goes in; empty when nothing of it is here. */
    Set<DomainName> names(DomainName holder);
}
