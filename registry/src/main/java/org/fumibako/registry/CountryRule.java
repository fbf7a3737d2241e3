// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.net.InetAddress;
import java.util.List;
import java.util.Set;

/**
 * From where an account may send (requirement A12, SMTP認証の国外アクセス制限).
 *
 * @param limited to the server's home countries, but for what follows
 * @param allowed addresses that may always be sent from
 * @param passes those that have not ended, soonest first
 */
public record CountryRule(boolean limited, Set<InetAddress> allowed, List<TravelPass> passes) {
    public CountryRule {
        allowed = Set.copyOf(allowed);
        passes = List.copyOf(passes);
    }
}
