// SPDX-License-Identifier: Apache-2.0
package org.fumibako.webmail.url;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;

/** Finds the addresses of a host. */
public interface HostLookup {
    /**
     * The addresses, best first; none when there are none or nobody knows.
     *
     * @param host a name in ASCII
     */
    List<InetAddress> addresses(String host, Duration limit);
}
