// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.util.HashMap;
import java.util.Map;

/**
 * How far somebody has read a volume's contents: of each log pack, up to which content. Within a pack contents come in the
 * order of their ids, whichever process appends to it.
 */
public final class ArrivalMark {
    /** Nothing was read. */
    public static final ArrivalMark NONE = new ArrivalMark(Map.of());

    private final Map<Long, Long> lastOfPack;

    private ArrivalMark(Map<Long, Long> lastOfPack) {
        this.lastOfPack = Map.copyOf(lastOfPack);
    }

    /** Whether the content is among what was read. */
    public boolean covers(long contentId) {
        Long last = lastOfPack.get(AppendChange.pack(contentId));
        return last != null && contentId <= last;
    }

    /** The last content of the pack that was read; 0 when none was. */
    long last(long pack) {
        return lastOfPack.getOrDefault(pack, 0L);
    }

    /** This, and the pack of {@code contentId} up to there. */
    ArrivalMark upTo(long contentId) {
        Map<Long, Long> further = new HashMap<>(lastOfPack);
        further.merge(AppendChange.pack(contentId), contentId, Math::max);
        return new ArrivalMark(further);
    }

    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws IllegalArgumentException when it did not
     */
    public static ArrivalMark parse(String text) {
        Map<Long, Long> lastOfPack = new HashMap<>();
        for (String id : text.isEmpty() ? new String[0] : text.split(" ", -1)) {
            long contentId = Long.parseLong(id);
            lastOfPack.put(AppendChange.pack(contentId), contentId);
        }
        return new ArrivalMark(lastOfPack);
    }

    /** The last content of each pack, in the order of packs. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        lastOfPack.values().stream()
                .sorted()
                .forEach(id -> text.append(text.isEmpty() ? "" : " ").append(id));
        return text.toString();
    }
}
