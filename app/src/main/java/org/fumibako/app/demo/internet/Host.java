// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.demo.internet;

import java.net.InetAddress;
import java.util.Set;
import org.fumibako.model.DomainName;

/** A simulated mail server; its name is what it calls itself, and what its address's PTR record says. */
record Host(DomainName name, InetAddress address, Set<Trait> traits) {
    Host {
        traits = Set.copyOf(traits);
    }

    boolean is(Trait trait) {
        return traits.contains(trait);
    }
}
