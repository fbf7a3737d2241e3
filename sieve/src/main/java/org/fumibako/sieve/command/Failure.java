// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.command;

import org.fumibako.sieve.SieveException;
import org.fumibako.sieve.compile.Arguments;
import org.fumibako.sieve.run.Flow;
import org.fumibako.sieve.run.Run;
import org.fumibako.sieve.run.Statement;
import org.fumibako.sieve.run.Template;
import org.fumibako.sieve.syntax.Position;

/** {@code error} (RFC 5463 §5): ends the run as a fault does. */
public record Failure(Template message, Position at) implements Statement {
    public static Failure compile(Arguments arguments) throws SieveException {
        return new Failure(arguments.nextString("a message"), arguments.at());
    }

    @Override
    public Flow execute(Run run) throws SieveException {
        throw new SieveException(at, message.expand(run));
    }
}
