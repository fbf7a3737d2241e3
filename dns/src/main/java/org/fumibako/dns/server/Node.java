// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.server;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.RecordType;
import org.jspecify.annotations.Nullable;

/**
 * A name that exists in a zone: with records, or without any because something is below it (an empty non-terminal, RFC 4592 §2.2.2).
 * Immutable but for the answers it has prepared.
 */
final class Node {
    private final DnsName name;
    private final Map<RecordType, RecordSet> sets;
    private final @Nullable Node cut;
    private final @Nullable Node wildcard;
    private final AtomicReferenceArray<@Nullable PreparedAnswer> exact = new AtomicReferenceArray<>(Slots.COUNT);
    private final AtomicReferenceArray<@Nullable PreparedAnswer> synthesized = new AtomicReferenceArray<>(Slots.COUNT);

    /**
     * @param cut where the zone ends and a child's begins, at or above this name
     * @param wildcard the {@code *} right below this name
     * @param isCut whether this name itself is where it ends
     */
    Node(DnsName name, Map<RecordType, RecordSet> sets, @Nullable Node cut, boolean isCut, @Nullable Node wildcard) {
        this.name = name;
        this.sets = Map.copyOf(sets);
        this.cut = isCut ? this : cut;
        this.wildcard = wildcard;
    }

    DnsName name() {
        return name;
    }

    Map<RecordType, RecordSet> sets() {
        return sets;
    }

    @Nullable
    RecordSet set(RecordType type) {
        return sets.get(type);
    }

    /** The delegation that this name is at or below, of which we know no more than where to ask. */
    @Nullable
    Node cut() {
        return cut;
    }

    @Nullable
    Node wildcard() {
        return wildcard;
    }

    /** Answers for this name, or for names that it stands for as a wildcard, by slot of the type. */
    AtomicReferenceArray<@Nullable PreparedAnswer> answers(boolean asWildcard) {
        return asWildcard ? synthesized : exact;
    }
}
