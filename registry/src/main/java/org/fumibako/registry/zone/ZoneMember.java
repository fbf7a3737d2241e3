// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.zone;

import java.util.List;
import java.util.Optional;
import org.fumibako.model.DomainName;

/**
 * A domain in a zone, with its settings.
 *
 * @param dmarc empty where nobody chose: the apex has {@link DmarcPolicy#NONE} then, and others do as the apex says
 */
record ZoneMember(long id, DomainName name, SpfChoice spf, Optional<DmarcPolicy> dmarc, List<PublishedKey> keys) {}
