// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.command;

import org.fumibako.sieve.Action;
import org.fumibako.sieve.Cause;
import org.fumibako.sieve.SieveException;
import org.fumibako.sieve.compile.Arguments;
import org.fumibako.sieve.run.Flow;
import org.fumibako.sieve.run.Run;
import org.fumibako.sieve.run.Statement;
import org.fumibako.sieve.run.Template;
import org.fumibako.sieve.syntax.Position;

/** {@code reject} and {@code ereject} (RFC 5429). */
public record Reject(Template reason, boolean inDialogue, Cause cause, Position at) implements Statement {
    public static Reject compile(Arguments arguments, boolean inDialogue) throws SieveException {
        return new Reject(arguments.nextString("a reason"), inDialogue, arguments.cause(), arguments.at());
    }

    @Override
    public Flow execute(Run run) throws SieveException {
        run.act(new Action.Reject(reason.expand(run), inDialogue, cause), at);
        run.cancelKeep();
        return Flow.NEXT;
    }
}
