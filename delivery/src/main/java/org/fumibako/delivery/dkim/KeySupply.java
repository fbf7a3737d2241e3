// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.dkim;

import java.time.Duration;
import org.fumibako.model.DomainName;

/** Makes the first keys of a domain when somebody stands waiting for them. */
@FunctionalInterface
public interface KeySupply {
    /** Nobody makes keys; what has none goes without a signature. */
    KeySupply NONE = (domain, most) -> true;

    /**
     * Waits, {@code most} at the longest, for the first keys of a domain that is to sign. True when there is nothing more to wait for:
     * it has keys, is not to sign, or is not ours.
     */
    boolean await(DomainName domain, Duration most);
}
