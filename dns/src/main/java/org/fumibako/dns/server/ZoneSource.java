// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.server;

import java.util.List;
import org.fumibako.dns.DnsName;

/** Where the zones come from. Safe for any number of threads. */
public interface ZoneSource {
    /** Every zone as it is now. */
    List<Zone> zones();

    /** Tells {@code listener} of every change that {@link #zones()}, called afterwards, might miss. */
    void onChange(Listener listener);

    /** Learns of changes, from any thread, in the order in which one zone's changes happen. Must not block for long. */
    interface Listener {
        /** A zone is new or has another version, whose serial is newer. */
        void replaced(Zone zone);

        /** A zone is no longer ours. */
        void removed(DnsName apex);
    }
}
