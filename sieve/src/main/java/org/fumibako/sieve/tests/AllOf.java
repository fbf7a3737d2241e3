// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.tests;

import java.io.IOException;
import java.util.List;
import org.fumibako.sieve.SieveException;
import org.fumibako.sieve.compile.Arguments;
import org.fumibako.sieve.run.Condition;
import org.fumibako.sieve.run.Run;

/** {@code allof} (RFC 5228 §5.2): asks from left to right, and no more than it has to. */
public record AllOf(List<Condition> tests) implements Condition {
    public static AllOf compile(Arguments arguments) throws SieveException {
        return new AllOf(arguments.tests());
    }

    @Override
    public boolean holds(Run run) throws SieveException, IOException {
        for (Condition test : tests) {
            if (!test.holds(run)) {
                return false;
            }
        }
        return true;
    }
}
