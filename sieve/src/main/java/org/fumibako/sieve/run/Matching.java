// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.run;

import java.util.List;
import java.util.Optional;
import org.fumibako.sieve.SieveException;
import org.fumibako.sieve.syntax.Position;

/** A match type with its comparator (RFC 5228 §2.7, RFC 5231). */
public record Matching(Type type, Relation relation, Comparator comparator, Position at) {
    /** The relation means something for COUNT and VALUE only. */
    public enum Type {
        IS,
        CONTAINS,
        MATCHES,
        COUNT,
        VALUE
    }

    /** Whether any of {@code values} matches any of {@code keys}; remembers what wildcards took. */
    public boolean any(List<String> values, List<String> keys, Run run) throws SieveException {
        return any(values, keys, run, true);
    }

    /** The same, but variables stay what they are (RFC 5173 §6). */
    public boolean anySilently(List<String> values, List<String> keys, Run run) throws SieveException {
        return any(values, keys, run, false);
    }

    private boolean any(List<String> values, List<String> keys, Run run, boolean remember) throws SieveException {
        if (type == Type.COUNT) {
            return counts(values.size(), keys);
        }
        for (String value : values) {
            for (String key : keys) {
                run.work(value.length() + key.length(), at);
                if (matches(value, key, run, remember)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean counts(int count, List<String> keys) {
        String number = Integer.toString(count);
        return keys.stream().anyMatch(key -> relation.holds(Comparator.ASCII_NUMERIC.compare(number, key)));
    }

    private boolean matches(String value, String key, Run run, boolean remember) throws SieveException {
        return switch (type) {
            case IS -> comparator.compare(value, key) == 0;
            case VALUE, COUNT -> relation.holds(comparator.compare(value, key));
            case CONTAINS -> wildcards("*" + quoted(key) + "*", value, run).isPresent();
            case MATCHES -> {
                Optional<List<String>> captures = wildcards(key, value, run);
                if (remember) {
                    captures.ifPresent(run.variables()::matched);
                }
                yield captures.isPresent();
            }
        };
    }

    private Optional<List<String>> wildcards(String pattern, String value, Run run) throws SieveException {
        Wildcards wildcards = Wildcards.of(pattern, comparator);
        Folded folded = comparator.fold(value);
        run.work(wildcards.work(folded.size()), at);
        return wildcards.match(folded);
    }

    private static String quoted(String key) {
        return key.replace("\\", "\\\\").replace("*", "\\*").replace("?", "\\?");
    }
}
