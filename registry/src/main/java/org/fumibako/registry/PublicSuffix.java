// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import com.google.common.net.InternetDomainName;
import org.fumibako.model.DomainName;

/** Names under which registries sell names, such as {@code co.jp}: nobody's domain, and whoever had one here would have them all. */
final class PublicSuffix {
    private PublicSuffix() {}

    /**
     * Whether a registry sells names under it. Providers that are on the list too (its private section) are somebody's own domain,
     * and that somebody may be a customer.
     */
    static boolean is(DomainName name) {
        return InternetDomainName.isValid(name.ascii())
                && InternetDomainName.from(name.ascii()).isRegistrySuffix();
    }
}
