// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.tests;

import java.util.List;
import java.util.Optional;
import org.fumibako.sieve.SieveException;
import org.fumibako.sieve.compile.Arguments;
import org.fumibako.sieve.compile.Matchings;
import org.fumibako.sieve.run.Condition;
import org.fumibako.sieve.run.Matching;
import org.fumibako.sieve.run.Run;
import org.fumibako.sieve.run.Template;

/** {@code currentdate} (RFC 5260 §5). */
public record CurrentDateTest(Zone zone, Matching matching, Template part, List<Template> keys) implements Condition {
    public static CurrentDateTest compile(Arguments arguments) throws SieveException {
        Zone zone = Zone.read(arguments, false);
        Matching matching = Matchings.read(arguments);
        Template part = DateTest.part(arguments);
        return new CurrentDateTest(
                zone,
                matching,
                part,
                arguments.nextStrings("strings to compare with").templates());
    }

    @Override
    public boolean holds(Run run) throws SieveException {
        Optional<DatePart> wanted = DatePart.of(part.expand(run));
        if (wanted.isEmpty()) {
            return false;
        }
        String value = wanted.get().of(zone.shift(run.surroundings().now().toOffsetDateTime(), run));
        return matching.any(List.of(value), Template.expand(keys, run), run);
    }
}
