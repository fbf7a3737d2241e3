// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.command;

import java.io.IOException;
import java.util.Optional;
import org.fumibako.sieve.SieveException;
import org.fumibako.sieve.SieveScript;
import org.fumibako.sieve.compile.Arguments;
import org.fumibako.sieve.run.Flow;
import org.fumibako.sieve.run.Run;
import org.fumibako.sieve.run.Statement;
import org.fumibako.sieve.run.Template;
import org.fumibako.sieve.syntax.Position;

/** {@code include} (RFC 6609 §3.2). */
public record Include(String name, boolean global, boolean once, boolean optional, Position at) implements Statement {
    public static Include compile(Arguments arguments) throws SieveException {
        boolean personal = arguments.flag("personal", "");
        boolean global = arguments.flag("global", "");
        if (personal && global) {
            throw arguments.fault("takes \":personal\" or \":global\", not both");
        }
        boolean once = arguments.flag("once", "");
        boolean optional = arguments.flag("optional", "");
        Template name = arguments.nextString("the name of a script");
        if (!name.isConstant()) {
            throw arguments.fault("needs a name without variables in it");
        }
        return new Include(name.constant(), global, once, optional, arguments.at());
    }

    @Override
    public Flow execute(Run run) throws SieveException, IOException {
        String key = global + "/" + name;
        if (once && run.wasIncluded(key)) {
            return Flow.NEXT;
        }
        Optional<SieveScript> script = run.surroundings().script(name, global);
        if (script.isPresent()) {
            return run.include(key, script.get(), at);
        }
        if (optional) {
            return Flow.NEXT;
        }
        throw new SieveException(at, "there is no sound script \"" + name + "\" to include");
    }
}
