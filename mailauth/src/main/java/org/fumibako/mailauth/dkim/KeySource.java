// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.dkim;

import java.util.List;
import org.fumibako.model.DomainName;

/** Where signing keys are kept. Asked for every message that goes out: answers from memory. */
public interface KeySource {
    /** The keys that sign for a domain now, by {@link KeySchedule}; none when the domain does not sign. */
    List<StoredDkimKey> signing(DomainName domain);
}
