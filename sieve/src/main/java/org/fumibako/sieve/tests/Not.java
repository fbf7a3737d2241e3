// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.tests;

import java.io.IOException;
import org.fumibako.sieve.SieveException;
import org.fumibako.sieve.compile.Arguments;
import org.fumibako.sieve.run.Condition;
import org.fumibako.sieve.run.Run;

/** {@code not} (RFC 5228 §5.8). */
public record Not(Condition test) implements Condition {
    public static Not compile(Arguments arguments) throws SieveException {
        return new Not(arguments.test());
    }

    @Override
    public boolean holds(Run run) throws SieveException, IOException {
        return !test.holds(run);
    }
}
