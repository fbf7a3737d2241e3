// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.server;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.RecordType;
import org.fumibako.dns.wire.Wire;
import org.jspecify.annotations.Nullable;

/** One version of a zone, arranged for answering. Shared by all threads. */
final class ZoneIndex {
    private final Zone zone;
    private final NameTable<Node> nodes;
    private final Map<DnsName, Node> byName;
    private final PreparedAnswer noSuchName;

    ZoneIndex(Zone zone) {
        this.zone = zone;
        this.byName = new Builder(zone).build();
        this.nodes = new NameTable<>(byName);
        this.noSuchName = new AnswerMaker(this).noSuchName();
    }

    Zone zone() {
        return zone;
    }

    /** The node of a name, when it exists. */
    Optional<Node> node(DnsName name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The nearest name at or above that exists; {@code name} is in the zone (RFC 4592 §3.3.1: the closest encloser). */
    Node encloser(DnsName name) {
        DnsName at = name;
        while (true) {
            Node node = byName.get(at);
            if (node != null) {
                return node;
            }
            at = at.parent().orElseThrow();
        }
    }

    /** The answer to a question about a name in this zone. */
    PreparedAnswer answer(QuestionName name, int type) {
        Node exact = nodes.get(name, 0);
        if (exact != null) {
            Node cut = exact.cut();
            if (cut == null || (cut == exact && type == Wire.TYPE_DS)) {
                return prepared(exact, Slots.of(type), false);
            }
            return prepared(cut, Slots.OTHER, true);
        }
        Node encloser = encloser(name);
        if (encloser.cut() != null) {
            return prepared(encloser.cut(), Slots.OTHER, true);
        }
        Node wildcard = encloser.wildcard();
        return wildcard == null ? noSuchName : prepared(wildcard, Slots.of(type), true);
    }

    private Node encloser(QuestionName name) {
        int label = 1;
        Node node = nodes.get(name, label);
        while (node == null) {
            node = nodes.get(name, ++label);
        }
        return node;
    }

    /** Two threads may prepare the same answer; either will do. */
    private PreparedAnswer prepared(Node node, int slot, boolean standsForOthers) {
        AtomicReferenceArray<@Nullable PreparedAnswer> answers = node.answers(standsForOthers);
        PreparedAnswer answer = answers.getAcquire(slot);
        if (answer == null) {
            answer = new AnswerMaker(this).make(node, slot, standsForOthers);
            answers.setRelease(slot, answer);
        }
        return answer;
    }

    /** Makes the nodes, from the apex down, so that each knows the delegation above it. */
    private static final class Builder {
        private final Zone zone;
        private final Map<DnsName, Map<RecordType, RecordSet>> sets = new HashMap<>();

        Builder(Zone zone) {
            this.zone = zone;
            Map<DnsName, Map<RecordType, List<ZoneRecord>>> grouped = new HashMap<>();
            for (ZoneRecord record : zone.records()) {
                grouped.computeIfAbsent(record.name(), _ -> new EnumMap<>(RecordType.class))
                        .computeIfAbsent(record.data().type(), _ -> new ArrayList<>())
                        .add(record);
            }
            grouped.forEach(
                    (name, types) -> types.forEach((type, records) -> sets(name).put(type, set(records))));
        }

        private static RecordSet set(List<ZoneRecord> records) {
            return new RecordSet(
                    records.getFirst().ttl(),
                    records.stream().map(ZoneRecord::data).toList());
        }

        /** Makes sure that a name exists, and every name between it and the apex. */
        private Map<RecordType, RecordSet> sets(DnsName name) {
            Map<RecordType, RecordSet> here = sets.get(name);
            if (here == null) {
                here = new EnumMap<>(RecordType.class);
                sets.put(name, here);
                if (!name.equals(zone.apex())) {
                    sets(name.parent().orElseThrow());
                }
            }
            return here;
        }

        Map<DnsName, Node> build() {
            Map<Integer, List<DnsName>> byDepth = new TreeMap<>();
            sets.keySet()
                    .forEach(name -> byDepth.computeIfAbsent(name.labels().size(), _ -> new ArrayList<>())
                            .add(name));
            Map<DnsName, Node> nodes = new HashMap<>();
            byDepth.values().forEach(names -> names.forEach(name -> nodes.put(name, node(name, nodes))));
            return nodes;
        }

        private Node node(DnsName name, Map<DnsName, Node> above) {
            boolean apex = name.equals(zone.apex());
            Map<RecordType, RecordSet> here = sets(name);
            Node parent = apex ? null : above.get(name.parent().orElseThrow());
            Node cut = parent == null ? null : parent.cut();
            boolean isCut = !apex && cut == null && here.containsKey(RecordType.NS);
            Node wildcard = name.text().length() + 2 > DnsName.MAX_LENGTH ? null : wildcard(name);
            return new Node(name, here, cut, isCut, wildcard);
        }

        /** A wildcard is a name of its own as well; this one only stands for others. */
        private @Nullable Node wildcard(DnsName above) {
            DnsName name = above.prepend("*");
            Map<RecordType, RecordSet> here = sets.get(name);
            return here == null ? null : new Node(name, here, null, false, null);
        }
    }
}
