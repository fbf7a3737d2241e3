// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fumibako.sieve.SieveException;
import org.fumibako.sieve.compile.Arguments;
import org.fumibako.sieve.compile.Names;
import org.fumibako.sieve.run.Flow;
import org.fumibako.sieve.run.Run;
import org.fumibako.sieve.run.Statement;

/** {@code global} (RFC 6609 §3.4.1). */
public record Global(List<String> names) implements Statement {
    public static Global compile(Arguments arguments) throws SieveException {
        if (!arguments.scope().has("variables")) {
            throw arguments.fault("needs: require \"variables\"; at the top of the script");
        }
        List<String> names = new ArrayList<>();
        for (String name : arguments.nextConstants("names of variables")) {
            if (!Names.isVariable(name)) {
                throw arguments.fault("takes names of variables, and \"" + name + "\" is none");
            }
            names.add(name.toLowerCase(Locale.ROOT));
        }
        return new Global(List.copyOf(names));
    }

    @Override
    public Flow execute(Run run) {
        names.forEach(run.variables()::share);
        return Flow.NEXT;
    }
}
