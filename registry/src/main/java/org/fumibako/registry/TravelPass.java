// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * An account may send from these countries for a while (出張モード); it ends by itself.
 *
 * @param id never given twice
 * @param countries ISO 3166-1 alpha-2 codes in capitals, one to {@link #MAX_COUNTRIES}
 * @param from the first moment
 * @param until the first moment after it
 */
public record TravelPass(long id, Set<String> countries, Instant from, Instant until) {
    /** More is not a journey. */
    public static final int MAX_COUNTRIES = 20;

    private static final Pattern CODE = Pattern.compile("[A-Z]{2}");

    public TravelPass {
        countries = Collections.unmodifiableSortedSet(new TreeSet<>(countries));
        if (countries.isEmpty() || countries.size() > MAX_COUNTRIES) {
            throw new IllegalArgumentException("A travel pass is for 1 to " + MAX_COUNTRIES + " countries.");
        }
        for (String country : countries) {
            if (!CODE.matcher(country).matches()) {
                throw new IllegalArgumentException("A country is a code of two letters, such as US, not " + country);
            }
        }
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("A travel pass ends after it begins.");
        }
    }

    public boolean opens(String country, Instant now) {
        return countries.contains(country) && !now.isBefore(from) && now.isBefore(until);
    }
}
