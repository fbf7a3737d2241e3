// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.command;

import java.util.List;
import java.util.Optional;
import org.fumibako.sieve.Action;
import org.fumibako.sieve.Cause;
import org.fumibako.sieve.SieveException;
import org.fumibako.sieve.compile.Arguments;
import org.fumibako.sieve.run.Flags;
import org.fumibako.sieve.run.Flow;
import org.fumibako.sieve.run.Run;
import org.fumibako.sieve.run.Statement;
import org.fumibako.sieve.run.Template;
import org.fumibako.sieve.syntax.Position;

/** {@code keep} (RFC 5228 §4.3, RFC 5232 §5). */
public record Keep(Optional<List<Template>> flags, Cause cause, Position at) implements Statement {
    public static Keep compile(Arguments arguments) throws SieveException {
        return new Keep(
                arguments.strings("flags", "imap4flags").map(Arguments.Strings::templates),
                arguments.cause(),
                arguments.at());
    }

    @Override
    public Flow execute(Run run) throws SieveException {
        run.act(new Action.Keep(Flags.of(flags, run), run.headerChanges(), cause), at);
        return Flow.NEXT;
    }
}
