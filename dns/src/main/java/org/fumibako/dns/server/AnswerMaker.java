// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.server;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.RecordData;
import org.fumibako.dns.RecordType;
import org.fumibako.dns.wire.MessageTooLongException;
import org.fumibako.dns.wire.Wire;

/** Works out an answer as RFC 1034 §4.3.2 says, once; what it makes is then only copied. */
final class AnswerMaker {
    /** Aliases followed inside a zone: a chain that is longer is finished by whoever asks. */
    static final int MAX_ALIASES = 8;

    /** Hosts whose addresses are added. */
    private static final int MAX_EXTRA_HOSTS = 13;

    private final ZoneIndex index;

    AnswerMaker(ZoneIndex index) {
        this.index = index;
    }

    /** The answer for every name that does not exist: the same octets fit them all. */
    PreparedAnswer noSuchName() {
        AnswerBuilder out = AnswerBuilder.anywhere();
        negative(out);
        return out.build(Wire.AA | Wire.NAME_ERROR, false);
    }

    /**
     * @param standsForOthers the node is a wildcard asked about under another name, or a delegation asked about at any name at or
     *     below it: the octets must fit questions of any length
     */
    PreparedAnswer make(Node node, int slot, boolean standsForOthers) {
        try {
            if (node.cut() != null && slot == Slots.OTHER && standsForOthers) {
                return referral(node);
            }
            AnswerBuilder out = standsForOthers ? AnswerBuilder.anywhere() : AnswerBuilder.behind(node.name());
            return out.build(Wire.AA | follow(node, slot, out), false);
        } catch (MessageTooLongException e) {
            return AnswerBuilder.anywhere().build(Wire.SERVER_FAILURE, false);
        }
    }

    /** Writes the records at a node, and at those it is an alias of; returns the RCODE (RFC 6604 §3: of the last name). */
    private int follow(Node first, int slot, AnswerBuilder out) {
        Set<DnsName> seen = new HashSet<>();
        Node node = first;
        Optional<DnsName> owner = Optional.empty();
        while (true) {
            Optional<RecordSet> found = wanted(node, slot);
            if (found.isPresent()) {
                out.answer(owner, found.get());
                extras(out, found.get());
                return Wire.NO_ERROR;
            }
            RecordSet alias = node.set(RecordType.CNAME);
            if (alias == null) {
                negative(out);
                return Wire.NO_ERROR;
            }
            out.answer(owner, alias);
            DnsName target = ((RecordData.Cname) alias.data().getFirst()).target();
            if (!target.isUnder(index.zone().apex()) || !seen.add(target) || seen.size() > MAX_ALIASES) {
                return Wire.NO_ERROR;
            }
            Node encloser = index.encloser(target);
            if (encloser.cut() != null) {
                return Wire.NO_ERROR;
            }
            Node next = encloser.name().equals(target) ? encloser : encloser.wildcard();
            if (next == null) {
                negative(out);
                return Wire.NAME_ERROR;
            }
            owner = Optional.of(target);
            node = next;
        }
    }

    /** For ANY, one set is enough, and the smallest is of least use to who wants to amplify (RFC 8482 §4.1). */
    private static Optional<RecordSet> wanted(Node node, int slot) {
        return node.sets().entrySet().stream()
                .filter(entry -> slot == Slots.ANY || Slots.asks(slot, entry.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .min(Comparator.comparingInt(set -> set.data().size()));
    }

    /** The SOA, with a TTL that says how long to believe the "no" (RFC 2308 §3). */
    private void negative(AnswerBuilder out) {
        ZoneRecord start = index.zone().start();
        Duration minimum = index.zone().soa().minimum();
        Duration ttl = start.ttl().compareTo(minimum) < 0 ? start.ttl() : minimum;
        out.authority(start.name(), ttl, start.data());
    }

    /** Where to ask instead (RFC 1034 §4.2.1); addresses below the cut are needed to get there at all. */
    private PreparedAnswer referral(Node cut) {
        AnswerBuilder out = AnswerBuilder.anywhere();
        RecordSet servers = Objects.requireNonNull(cut.set(RecordType.NS), "a cut has name servers");
        servers.data().forEach(server -> out.authority(cut.name(), servers.ttl(), server));
        boolean needed = false;
        for (DnsName host : hosts(servers)) {
            needed |= extra(out, host) && host.isUnder(cut.name());
        }
        return out.build(Wire.NO_ERROR, needed);
    }

    private void extras(AnswerBuilder out, RecordSet set) {
        hosts(set).forEach(host -> extra(out, host));
    }

    private static Set<DnsName> hosts(RecordSet set) {
        Set<DnsName> hosts = new LinkedHashSet<>();
        for (RecordData data : set.data()) {
            switch (data) {
                case RecordData.Ns ns -> hosts.add(ns.host());
                case RecordData.Mx mx -> hosts.add(mx.exchange());
                case RecordData.Srv srv -> hosts.add(srv.target());
                case RecordData.A _,
                        RecordData.Aaaa _,
                        RecordData.Caa _,
                        RecordData.Cname _,
                        RecordData.Ptr _,
                        RecordData.Soa _,
                        RecordData.Tlsa _,
                        RecordData.Txt _ -> {
                    return hosts;
                }
            }
        }
        return hosts;
    }

    private boolean extra(AnswerBuilder out, DnsName host) {
        if (!host.isUnder(index.zone().apex()) || out.extraHosts() >= MAX_EXTRA_HOSTS) {
            return false;
        }
        Optional<Node> node = index.node(host);
        node.ifPresent(found -> out.extra(host, found));
        return node.isPresent();
    }
}
