// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery;

import java.net.InetAddress;
import java.util.Optional;

/** Says in which country an address is. */
public interface Countries {
    /** An ISO 3166-1 alpha-2 code in capitals; empty when it is not known. */
    Optional<String> of(InetAddress address);
}
