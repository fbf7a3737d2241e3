// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.tests;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fumibako.sieve.SieveException;
import org.fumibako.sieve.compile.Arguments;
import org.fumibako.sieve.compile.Matchings;
import org.fumibako.sieve.run.Condition;
import org.fumibako.sieve.run.Matching;
import org.fumibako.sieve.run.Run;
import org.fumibako.sieve.run.Template;

/** {@code environment} (RFC 5183 §4); of an item that is not known nothing holds. */
public record EnvironmentTest(Matching matching, Template item, List<Template> keys) implements Condition {
    public static EnvironmentTest compile(Arguments arguments) throws SieveException {
        Matching matching = Matchings.read(arguments);
        return new EnvironmentTest(
                matching,
                arguments.nextString("the name of an item"),
                arguments.nextStrings("strings to compare with").templates());
    }

    @Override
    public boolean holds(Run run) throws SieveException {
        Optional<String> value = run.surroundings().environment(item.expand(run).toLowerCase(Locale.ROOT));
        return value.isPresent() && matching.any(List.of(value.get()), Template.expand(keys, run), run);
    }
}
