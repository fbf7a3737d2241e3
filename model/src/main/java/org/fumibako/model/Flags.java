// SPDX-License-Identifier: Apache-2.0
package org.fumibako.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * The flags of one message (RFC 9051 §2.3.2): a mask of system flags and the keywords, in lower case and sorted.
 *
 * <p>{@code \Recent} is not kept: RFC 9051 has none, and for IMAP4rev1 a server may always answer "not recent".
 */
public record Flags(int system, List<String> keywords) {
    public static final int SEEN = 1;
    public static final int ANSWERED = 1 << 1;
    public static final int FLAGGED = 1 << 2;
    public static final int DELETED = 1 << 3;
    public static final int DRAFT = 1 << 4;

    /** Keywords on one message: enough for every client seen, and a bound on what a row can grow to. */
    public static final int MAX_KEYWORDS = 64;

    /** Octets in a keyword. */
    public static final int MAX_KEYWORD_LENGTH = 100;

    public static final Flags NONE = new Flags(0, List.of());

    private static final List<String> SYSTEM_NAMES =
            List.of("\\Seen", "\\Answered", "\\Flagged", "\\Deleted", "\\Draft");

    public Flags {
        keywords = List.copyOf(keywords);
        if (system < 0 || system > 31 || keywords.size() > MAX_KEYWORDS) {
            throw new IllegalArgumentException("flags out of bounds");
        }
    }

    /** Flags from their protocol names in any case; unknown {@code \}-names are dropped, as RFC 9051 §2.3.2 allows. */
    public static Flags of(Collection<String> names) {
        int system = 0;
        TreeSet<String> keywords = new TreeSet<>();
        for (String name : names) {
            int bit = systemBit(name);
            system |= bit;
            if (bit == 0 && !name.startsWith("\\")) {
                keywords.add(name.toLowerCase(Locale.ROOT));
            }
        }
        return new Flags(system, List.copyOf(keywords));
    }

    public static Flags of(String... names) {
        return of(List.of(names));
    }

    /** The mask of a system flag's name in any case, or 0. */
    public static int systemBit(String name) {
        for (int i = 0; i < SYSTEM_NAMES.size(); i++) {
            if (SYSTEM_NAMES.get(i).equalsIgnoreCase(name)) {
                return 1 << i;
            }
        }
        return 0;
    }

    public boolean has(int systemBit) {
        return (system & systemBit) != 0;
    }

    public boolean seen() {
        return has(SEEN);
    }

    public boolean deleted() {
        return has(DELETED);
    }

    public boolean hasKeyword(String keyword) {
        return keywords.contains(keyword.toLowerCase(Locale.ROOT));
    }

    public Flags plus(Flags other) {
        if (other.keywords.isEmpty()) {
            return new Flags(system | other.system, keywords);
        }
        TreeSet<String> all = new TreeSet<>(keywords);
        all.addAll(other.keywords);
        return new Flags(system | other.system, List.copyOf(all));
    }

    public Flags minus(Flags other) {
        if (keywords.isEmpty() || other.keywords.isEmpty()) {
            return new Flags(system & ~other.system, keywords);
        }
        List<String> rest = new ArrayList<>(keywords);
        rest.removeAll(other.keywords);
        return new Flags(system & ~other.system, rest);
    }

    /** System flags in the order of RFC 9051, then keywords. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < SYSTEM_NAMES.size(); i++) {
            if (has(1 << i)) {
                names.add(SYSTEM_NAMES.get(i));
            }
        }
        names.addAll(keywords);
        return names;
    }

    @Override
    public String toString() {
        return "(" + String.join(" ", names()) + ")";
    }
}
