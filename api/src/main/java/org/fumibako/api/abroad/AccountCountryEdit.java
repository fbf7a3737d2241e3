// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.abroad;

import java.util.Optional;

/** What holds for an account. */
record AccountCountryEdit(CountryChoice choice) {
    /** As its domain says, or otherwise. */
    enum CountryChoice {
        AS_DOMAIN,
        LIMITED,
        FREE;

        static CountryChoice of(Optional<Boolean> limited) {
            return limited.map(on -> on ? LIMITED : FREE).orElse(AS_DOMAIN);
        }

        Optional<Boolean> limited() {
            return this == AS_DOMAIN ? Optional.empty() : Optional.of(this == LIMITED);
        }
    }
}
