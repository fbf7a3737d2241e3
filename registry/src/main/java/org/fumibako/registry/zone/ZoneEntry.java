// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.zone;

import java.util.Optional;
import org.fumibako.dns.server.ZoneRecord;

/**
 * A record as its owner sees it.
 *
 * @param id by which a customer's own record is changed
 */
public record ZoneEntry(ZoneRecord record, Standing standing, Optional<Long> id) {
    /** Where a record comes from. */
    public enum Standing {
        /** The customer wrote it. */
        OWN,
        /** It is there by itself. */
        AUTOMATIC,
        /** It would be there by itself, but is not, because the customer wrote something else. */
        REPLACED
    }
}
