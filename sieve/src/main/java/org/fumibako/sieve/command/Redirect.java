// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.command;

import org.fumibako.model.EmailAddress;
import org.fumibako.sieve.Action;
import org.fumibako.sieve.Cause;
import org.fumibako.sieve.SieveException;
import org.fumibako.sieve.compile.Arguments;
import org.fumibako.sieve.run.Flow;
import org.fumibako.sieve.run.Run;
import org.fumibako.sieve.run.Statement;
import org.fumibako.sieve.run.Template;
import org.fumibako.sieve.syntax.Position;

/** {@code redirect} (RFC 5228 §4.2, RFC 3894). */
public record Redirect(Template address, boolean copy, Cause cause, Position at) implements Statement {
    public static Redirect compile(Arguments arguments) throws SieveException {
        boolean copy = arguments.flag("copy", "copy");
        Template address = arguments.nextString("an address");
        if (address.isConstant()) {
            read(address.constant(), address.at());
        }
        return new Redirect(address, copy, arguments.cause(), arguments.at());
    }

    @Override
    public Flow execute(Run run) throws SieveException {
        run.act(new Action.Redirect(read(address.expand(run), at), run.headerChanges(), cause), at);
        if (!copy) {
            run.cancelKeep();
        }
        return Flow.NEXT;
    }

    private static EmailAddress read(String text, Position at) throws SieveException {
        return EmailAddress.parse(text.strip())
                .orElseThrow(() -> new SieveException(at, "\"" + text + "\" is not one mail address"));
    }
}
