// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.server;

import java.net.InetSocketAddress;
import java.util.List;

/**
 * What a {@link DnsServer} is to do.
 *
 * @param address where to listen, over UDP and TCP; port 0 takes a free one
 * @param workers threads that answer UDP; one uses about one core
 * @param rate how often one network gets the same answer
 * @param secondaries who is told of changes and may fetch zones
 */
public record DnsServerConfig(InetSocketAddress address, int workers, RateLimit rate, List<Secondary> secondaries) {
    /** More cores than these are better used by mail. */
    private static final int MAX_DEFAULT_WORKERS = 4;

    public DnsServerConfig {
        secondaries = List.copyOf(secondaries);
        if (workers < 1) {
            throw new IllegalArgumentException("a server needs a worker");
        }
    }

    /**
     * Response-rate limiting.
     *
     * @param perSecond same answers to one network (an IPv4 /24, an IPv6 /56) in a second; 0 does not limit
     * @param slip of those over the limit, every how many-th is answered with "ask again over TCP"; 0 leaves all unanswered
     */
    public record RateLimit(int perSecond, int slip) {
        /** Far above what a resolver that remembers answers needs, far below what hurts a victim. */
        public static final RateLimit DEFAULT = new RateLimit(200, 2);

        public static final RateLimit NONE = new RateLimit(0, 0);

        public RateLimit {
            if (perSecond < 0 || slip < 0) {
                throw new IllegalArgumentException("a rate is not negative");
            }
        }
    }

    /** With default limits and no secondaries. */
    public static DnsServerConfig of(InetSocketAddress address) {
        int cores = Runtime.getRuntime().availableProcessors();
        return new DnsServerConfig(
                address, Math.clamp(cores / 2, 1, MAX_DEFAULT_WORKERS), RateLimit.DEFAULT, List.of());
    }

    public DnsServerConfig withRate(RateLimit other) {
        return new DnsServerConfig(address, workers, other, secondaries);
    }

    public DnsServerConfig withWorkers(int count) {
        return new DnsServerConfig(address, count, rate, secondaries);
    }

    public DnsServerConfig withSecondaries(List<Secondary> others) {
        return new DnsServerConfig(address, workers, rate, others);
    }
}
