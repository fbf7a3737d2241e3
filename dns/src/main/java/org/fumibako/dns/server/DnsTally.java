// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.server;

import java.util.concurrent.atomic.LongAdder;

/** What the name server has done since it began. Counting is an adder each, so that it costs a flood nothing to be counted. */
public final class DnsTally {
    private final LongAdder udp = new LongAdder();
    private final LongAdder tcp = new LongAdder();
    private final LongAdder silent = new LongAdder();

    void datagram(boolean answered) {
        (answered ? udp : silent).increment();
    }

    void message() {
        tcp.increment();
    }

    /** Datagrams that got an answer. */
    public long udp() {
        return udp.sum();
    }

    /** Messages that got an answer over TCP; a transfer is one. */
    public long tcp() {
        return tcp.sum();
    }

    /** Datagrams that got none: not DNS, or one of too many from the same network. */
    public long silent() {
        return silent.sum();
    }
}
