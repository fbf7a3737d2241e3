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

/** {@code fileinto} (RFC 5228 §4.1, RFC 3894, RFC 5232 §5, RFC 5490 §3.2, RFC 8579 §4). */
public record FileInto(
        Template mailbox,
        Optional<Template> specialUse,
        boolean create,
        boolean copy,
        Optional<List<Template>> flags,
        Cause cause,
        Position at)
        implements Statement {
    public static FileInto compile(Arguments arguments) throws SieveException {
        boolean copy = arguments.flag("copy", "copy");
        boolean create = arguments.flag("create", "mailbox");
        Optional<Template> specialUse = arguments.string("specialuse", "special-use");
        Optional<List<Template>> flags =
                arguments.strings("flags", "imap4flags").map(Arguments.Strings::templates);
        Template mailbox = arguments.nextString("the name of a mailbox");
        return new FileInto(mailbox, specialUse, create, copy, flags, arguments.cause(), arguments.at());
    }

    @Override
    public Flow execute(Run run) throws SieveException {
        Optional<String> use =
                specialUse.isPresent() ? Optional.of(specialUse.get().expand(run)) : Optional.empty();
        List<String> names = Flags.of(flags, run);
        run.act(new Action.FileInto(mailbox.expand(run), use, create, names, run.headerChanges(), cause), at);
        if (!copy) {
            run.cancelKeep();
        }
        return Flow.NEXT;
    }
}
