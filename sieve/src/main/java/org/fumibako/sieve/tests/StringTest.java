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

/** {@code string} (RFC 5229 §5); {@code :count} counts those that are not empty. */
public record StringTest(Matching matching, List<Template> sources, List<Template> keys) implements Condition {
    public static StringTest compile(Arguments arguments) throws SieveException {
        Matching matching = Matchings.read(arguments);
        return new StringTest(
                matching,
                arguments.nextStrings("strings").templates(),
                arguments.nextStrings("strings to compare with").templates());
    }

    @Override
    public boolean holds(Run run) throws SieveException {
        List<String> values = Template.expand(sources, run);
        List<String> counted = matching.type() == Matching.Type.COUNT
                ? values.stream().filter(value -> !value.isEmpty()).toList()
                : values;
        return matching.any(counted, Template.expand(keys, run), run);
    }
}
