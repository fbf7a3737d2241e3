// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery;

import java.util.List;
import java.util.Set;
import org.fumibako.net.AddressBlock;

/**
 * What the operator says about sending from abroad.
 *
 * @param home the countries that are not abroad, ISO 3166-1 alpha-2 codes in capitals
 * @param exempt networks of relays that many send through, whatever country they seem to be in
 * @param unknownAllowed whether an address of no known country may send
 * @param privateAllowed whether an address of a private network may send: one's own, or of a machine in front of us
 */
public record CountrySettings(
        Set<String> home, List<AddressBlock> exempt, boolean unknownAllowed, boolean privateAllowed) {
    public static final CountrySettings DEFAULT = new CountrySettings(Set.of("JP"), List.of(), true, true);

    public CountrySettings {
        home = Set.copyOf(home);
        exempt = List.copyOf(exempt);
    }
}
