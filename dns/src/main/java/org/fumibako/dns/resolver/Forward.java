// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.resolver;

import java.util.List;
import org.fumibako.dns.DnsName;

/** Names at and below {@code under} are asked of these upstreams instead, even when they are local names. */
public record Forward(DnsName under, List<Upstream> upstreams) {
    public Forward {
        upstreams = List.copyOf(upstreams);
        if (upstreams.isEmpty()) {
            throw new IllegalArgumentException("nobody to ask about " + under);
        }
    }
}
