// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.abroad;

import java.net.InetAddress;
import java.util.Optional;
import org.fumibako.delivery.Countries;
import org.fumibako.delivery.CountrySettings;

/** Where addresses are, and what of it is abroad. */
public record Abroad(Countries countries, CountrySettings settings) {
    /** The country, when it is known and not one at home. */
    Optional<String> country(InetAddress peer) {
        return countries.of(peer).filter(code -> !settings.home().contains(code));
    }
}
