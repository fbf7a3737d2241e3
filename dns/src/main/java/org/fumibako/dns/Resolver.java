// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Asks DNS. Safe for any number of threads; blocks the one that asks, until the budget's time is over at most. */
public interface Resolver {
    /** The records of one type at a name, aliases followed. Never throws for what the network does: a failure is an answer. */
    Answer resolve(DnsName name, RecordType type, Budget budget);

    /**
     * The addresses of a host, IPv6 first; costs two questions. A failure of one family hides behind addresses of the other, but not behind
     * their absence.
     */
    default Answer addresses(DnsName host, Budget budget) {
        Answer six = resolve(host, RecordType.AAAA, budget);
        if (six instanceof Answer.NoSuchName) {
            return six;
        }
        Answer four = resolve(host, RecordType.A, budget);
        if (six instanceof Answer.Records sixes && four instanceof Answer.Records fours) {
            List<RecordData> both = new ArrayList<>(sixes.data());
            both.addAll(fours.data());
            Duration ttl = sixes.ttl().compareTo(fours.ttl()) < 0 ? sixes.ttl() : fours.ttl();
            return new Answer.Records(both, ttl, sixes.authenticated() && fours.authenticated());
        }
        if (six instanceof Answer.Records || (six instanceof Answer.Failure && !(four instanceof Answer.Records))) {
            return six;
        }
        return four;
    }

    default Answer mx(DnsName domain, Budget budget) {
        return resolve(domain, RecordType.MX, budget);
    }

    default Answer txt(DnsName name, Budget budget) {
        return resolve(name, RecordType.TXT, budget);
    }

    /** The names of an address. */
    default Answer ptr(InetAddress address, Budget budget) {
        return resolve(DnsName.reverse(address), RecordType.PTR, budget);
    }
}
