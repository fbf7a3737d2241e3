// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.tests;

import java.util.List;
import java.util.OptionalInt;
import org.fumibako.sieve.SieveException;
import org.fumibako.sieve.compile.Arguments;
import org.fumibako.sieve.compile.Matchings;
import org.fumibako.sieve.run.Condition;
import org.fumibako.sieve.run.Matching;
import org.fumibako.sieve.run.Run;
import org.fumibako.sieve.run.Template;

/**
 * {@code spamtest} (RFC 5235 §2.1): how sure the filter is. Without {@code :percent} from 1 to 10, and 0 when nobody looked; a message that
 * is just spam by the level of its domain has 5, or 50 percent.
 */
public record SpamTest(boolean percent, Matching matching, Template key) implements Condition {
    public static SpamTest compile(Arguments arguments) throws SieveException {
        boolean percent = arguments.flag("percent", "spamtestplus");
        Matching matching = Matchings.read(arguments);
        return new SpamTest(percent, matching, arguments.nextString("a number to compare with"));
    }

    @Override
    public boolean holds(Run run) throws SieveException {
        OptionalInt percentage = run.surroundings().spamPercent();
        return matching.any(List.of(Integer.toString(value(percentage))), List.of(key.expand(run)), run);
    }

    private int value(OptionalInt percentage) {
        int known = percentage.orElse(0);
        return percent || percentage.isEmpty() ? known : 1 + 9 * known / 100;
    }
}
