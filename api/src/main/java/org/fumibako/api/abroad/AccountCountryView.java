// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.abroad;

import java.time.Instant;
import java.util.List;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.CountryRule;
import org.fumibako.registry.CountryRules;
import org.fumibako.registry.TravelPass;

/**
 * The rule of an account.
 *
 * @param limited what holds now
 * @param choice {@code as-domain}, {@code limited} or {@code free}
 * @param passes travel passes (出張モード) that have not ended
 */
record AccountCountryView(boolean limited, AccountCountryEdit.CountryChoice choice, List<PassView> passes) {
    /** A travel pass; {@code until} is the first moment after it. */
    record PassView(long id, List<String> countries, Instant from, Instant until) {
        static PassView of(TravelPass pass) {
            return new PassView(pass.id(), List.copyOf(pass.countries()), pass.from(), pass.until());
        }
    }

    static AccountCountryView of(CountryRules rules, EmailAddress account) {
        CountryRule rule = rules.of(account);
        return new AccountCountryView(
                rule.limited(),
                AccountCountryEdit.CountryChoice.of(rules.override(account)),
                rule.passes().stream().map(PassView::of).toList());
    }
}
