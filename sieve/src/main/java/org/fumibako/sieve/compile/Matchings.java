// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.compile;

import java.util.Locale;
import java.util.Optional;
import org.fumibako.sieve.SieveException;
import org.fumibako.sieve.run.Comparator;
import org.fumibako.sieve.run.Matching;
import org.fumibako.sieve.run.Relation;
import org.fumibako.sieve.run.Template;

/** Reads the tags that say how a test compares (RFC 5228 §2.7, RFC 5231 §4). */
public final class Matchings {
    private Matchings() {}

    /** What the tags say; {@code :is} with {@code i;ascii-casemap} when they say nothing. */
    public static Matching read(Arguments arguments) throws SieveException {
        Comparator comparator = comparator(arguments);
        Matching.Type type = Matching.Type.IS;
        Relation relation = Relation.EQ;
        int found = 0;
        for (Matching.Type each : Matching.Type.values()) {
            String tag = each.name().toLowerCase(Locale.ROOT);
            boolean relational = each == Matching.Type.COUNT || each == Matching.Type.VALUE;
            Optional<Template> value = relational ? arguments.string(tag, "relational") : Optional.empty();
            if (value.isPresent() || (!relational && arguments.flag(tag, ""))) {
                type = each;
                found++;
            }
            if (value.isPresent()) {
                relation = Relation.of(value.get().isConstant() ? value.get().constant() : "")
                        .orElseThrow(() -> arguments.fault("compares by gt, ge, lt, le, eq or ne"));
            }
        }
        if (found > 1) {
            throw arguments.fault("has more than one match type");
        }
        boolean substring = type == Matching.Type.CONTAINS || type == Matching.Type.MATCHES;
        if (substring && !comparator.hasSubstrings()) {
            throw arguments.fault("cannot look for parts of numbers; use another comparator");
        }
        return new Matching(type, relation, comparator, arguments.at());
    }

    private static Comparator comparator(Arguments arguments) throws SieveException {
        Optional<Template> named = arguments.string("comparator", "");
        if (named.isEmpty()) {
            return Comparator.ASCII_CASEMAP;
        }
        String id = named.get().isConstant() ? named.get().constant() : "";
        Comparator comparator = Comparator.of(id)
                .orElseThrow(() -> new SieveException(
                        arguments.at(), "there is no comparator \"" + id + "\"; use i;unicode-casemap or i;octet"));
        // The two that every Sieve has need not be required (RFC 5228 §2.7.3).
        if (comparator == Comparator.ASCII_NUMERIC || comparator == Comparator.UNICODE_CASEMAP) {
            arguments.scope().demand("comparator-" + id, "the comparator \"" + id + "\"", arguments.at());
        }
        return comparator;
    }
}
