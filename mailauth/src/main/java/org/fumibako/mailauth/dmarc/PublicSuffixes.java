// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.dmarc;

import com.google.common.net.InternetDomainName;
import org.fumibako.dns.DnsName;

/** Which names are registries or providers under which strangers live side by side. */
@FunctionalInterface
public interface PublicSuffixes {
    boolean contains(DnsName name);

    /** The Public Suffix List as old as the library that carries it; names that are no host names are not in it. */
    static PublicSuffixes bundled() {
        return name -> InternetDomainName.isValid(name.text())
                && InternetDomainName.from(name.text()).isPublicSuffix();
    }
}
