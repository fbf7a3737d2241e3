// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.command;

import org.fumibako.sieve.SieveException;
import org.fumibako.sieve.compile.Arguments;
import org.fumibako.sieve.compile.Names;
import org.fumibako.sieve.run.Flow;
import org.fumibako.sieve.run.HeaderState;
import org.fumibako.sieve.run.Run;
import org.fumibako.sieve.run.Statement;
import org.fumibako.sieve.run.Template;
import org.fumibako.sieve.syntax.Position;

/** {@code addheader} (RFC 5293 §4). */
public record AddHeader(Template name, Template value, boolean last, Position at) implements Statement {
    /** Fields that one run adds. */
    private static final int MAX_ADDED = 32;

    public static AddHeader compile(Arguments arguments) throws SieveException {
        boolean last = arguments.flag("last", "");
        Template name = arguments.nextString("the name of a field");
        return new AddHeader(name, arguments.nextString("a value"), last, arguments.at());
    }

    @Override
    public Flow execute(Run run) throws SieveException {
        String field = name.expand(run);
        if (!Names.isField(field)) {
            throw new SieveException(at, "\"" + field + "\" is no name of a header field");
        }
        if (run.header().added() == MAX_ADDED) {
            throw new SieveException(at, "more than " + MAX_ADDED + " fields are added");
        }
        // Passed over in silence, as the deletion of such a field is: they are ours to write.
        if (!HeaderState.isProtected(field)) {
            run.header().add(field, value.expand(run), last);
        }
        return Flow.NEXT;
    }
}
