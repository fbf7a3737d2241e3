// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.tests;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fumibako.sieve.SieveException;
import org.fumibako.sieve.compile.Arguments;
import org.fumibako.sieve.compile.Matchings;
import org.fumibako.sieve.run.Condition;
import org.fumibako.sieve.run.Flags;
import org.fumibako.sieve.run.Matching;
import org.fumibako.sieve.run.Run;
import org.fumibako.sieve.run.Template;

/** {@code hasflag} (RFC 5232 §4): of the run, or of variables. */
public record HasFlagTest(Matching matching, Optional<List<Template>> variables, List<Template> keys)
        implements Condition {
    public static HasFlagTest compile(Arguments arguments) throws SieveException {
        Matching matching = Matchings.read(arguments);
        Optional<List<Template>> variables = Optional.empty();
        if (arguments.remaining() > 1) {
            if (!arguments.scope().has("variables")) {
                throw arguments.fault("needs: require \"variables\"; before it takes the names of some");
            }
            variables = Optional.of(arguments.nextStrings("names of variables").templates());
        }
        return new HasFlagTest(
                matching, variables, arguments.nextStrings("flags").templates());
    }

    @Override
    public boolean holds(Run run) throws SieveException {
        List<String> wanted = Template.expand(keys, run);
        // A count is compared with numbers, everything else with flags.
        boolean counts = matching.type() == Matching.Type.COUNT;
        return matching.any(values(run), counts ? wanted : Flags.split(wanted), run);
    }

    private List<String> values(Run run) throws SieveException {
        if (variables.isEmpty()) {
            return run.flags();
        }
        List<String> lists = new ArrayList<>();
        for (String name : Template.expand(variables.get(), run)) {
            lists.add(run.variables().value(name.toLowerCase(Locale.ROOT)));
        }
        return Flags.split(lists);
    }
}
