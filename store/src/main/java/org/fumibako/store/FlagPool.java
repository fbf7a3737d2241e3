// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.stream.IntStream;
import org.fumibako.model.Flags;
import org.jspecify.annotations.Nullable;

/** Flags as the index keeps them, a mask and a text of keywords, and one object for equal flags, since few sets recur. */
final class FlagPool {
    private static final Flags[] WITHOUT_KEYWORDS =
            IntStream.range(0, 32).mapToObj(mask -> new Flags(mask, List.of())).toArray(Flags[]::new);

    /** Distinct sets with keywords that are kept; beyond, a set is merely not shared. */
    private static final int MAX_SETS = 4096;

    private final Cache<Flags, Flags> sets =
            Caffeine.newBuilder().maximumSize(MAX_SETS).build();

    /** The keywords separated by spaces, which none contains; null when there are none. */
    static @Nullable String keywords(Flags flags) {
        return flags.keywords().isEmpty() ? null : String.join(" ", flags.keywords());
    }

    Flags of(int system, @Nullable String keywords) {
        if (keywords == null) {
            return WITHOUT_KEYWORDS[system];
        }
        return of(new Flags(system, List.of(keywords.split(" "))));
    }

    Flags of(Flags flags) {
        return flags.keywords().isEmpty() ? WITHOUT_KEYWORDS[flags.system()] : sets.get(flags, same -> same);
    }
}
