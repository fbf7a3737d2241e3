// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store.pack;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which pack, and which edition of it: compaction writes the next generation. */
public record PackName(long id, int generation) implements Comparable<PackName> {
    private static final Pattern FILE = Pattern.compile("(\\d{10})-(\\d{1,9})\\.pack");
    private static final Pattern PREFIX = Pattern.compile(FILE.pattern() + ".*");

    /** Its name in the directory of packs, {@code 0000000012-0.pack}. */
    public String file() {
        return String.format(Locale.ROOT, "%010d-%d.pack", id, generation);
    }

    /** The pack that a file of this name is; empty when it is none. */
    public static Optional<PackName> ofFile(String name) {
        return of(FILE.matcher(name));
    }

    /** The pack whose file's name {@code name} begins with. */
    static Optional<PackName> prefixOf(String name) {
        return of(PREFIX.matcher(name));
    }

    private static Optional<PackName> of(Matcher matcher) {
        return matcher.matches()
                ? Optional.of(new PackName(Long.parseLong(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    @Override
    public int compareTo(PackName other) {
        int byId = Long.compare(id, other.id);
        return byId != 0 ? byId : Integer.compare(generation, other.generation);
    }
}
