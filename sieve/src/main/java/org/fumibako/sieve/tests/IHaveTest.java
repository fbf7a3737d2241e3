// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.tests;

import java.util.List;
import org.fumibako.sieve.SieveException;
import org.fumibako.sieve.compile.Arguments;
import org.fumibako.sieve.compile.Compiler;
import org.fumibako.sieve.run.Condition;
import org.fumibako.sieve.run.Run;

/** {@code ihave} (RFC 5463 §4): whether there are all these extensions, which from there on need not be required. */
public record IHaveTest(boolean given) implements Condition {
    public static IHaveTest compile(Arguments arguments) throws SieveException {
        List<String> names = arguments.nextConstants("names of extensions");
        boolean given = names.stream().allMatch(Compiler::isKnown);
        if (given) {
            for (String name : names) {
                arguments.scope().require(name, arguments.at());
            }
        }
        return new IHaveTest(given);
    }

    @Override
    public boolean holds(Run run) {
        return given;
    }
}
