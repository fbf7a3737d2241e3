// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.command;

import org.fumibako.sieve.Action;
import org.fumibako.sieve.Cause;
import org.fumibako.sieve.SieveException;
import org.fumibako.sieve.compile.Arguments;
import org.fumibako.sieve.run.Flow;
import org.fumibako.sieve.run.Run;
import org.fumibako.sieve.run.Statement;
import org.fumibako.sieve.syntax.Position;

/** {@code discard} (RFC 5228 §4.4). */
public record Discard(Cause cause, Position at) implements Statement {
    public static Discard compile(Arguments arguments) {
        return new Discard(arguments.cause(), arguments.at());
    }

    @Override
    public Flow execute(Run run) throws SieveException {
        run.cancelKeep();
        run.act(new Action.Discard(cause), at);
        return Flow.NEXT;
    }
}
