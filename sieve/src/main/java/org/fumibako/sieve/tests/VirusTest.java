// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.tests;

import java.util.List;
import org.fumibako.sieve.SieveException;
import org.fumibako.sieve.compile.Arguments;
import org.fumibako.sieve.compile.Matchings;
import org.fumibako.sieve.run.Condition;
import org.fumibako.sieve.run.Matching;
import org.fumibako.sieve.run.Run;
import org.fumibako.sieve.run.Template;

/** {@code virustest} (RFC 5235 §2.2): 1 for a message in which a scanner found nothing, 0 when none looked. One with a virus never gets here. */
public record VirusTest(Matching matching, Template key) implements Condition {
    public static VirusTest compile(Arguments arguments) throws SieveException {
        Matching matching = Matchings.read(arguments);
        return new VirusTest(matching, arguments.nextString("a number to compare with"));
    }

    @Override
    public boolean holds(Run run) throws SieveException {
        String value = run.surroundings().isScanned() ? "1" : "0";
        return matching.any(List.of(value), List.of(key.expand(run)), run);
    }
}
