// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fumibako.sieve.SieveException;
import org.fumibako.sieve.compile.Arguments;
import org.fumibako.sieve.compile.Names;
import org.fumibako.sieve.run.Flags;
import org.fumibako.sieve.run.Flow;
import org.fumibako.sieve.run.Run;
import org.fumibako.sieve.run.Statement;
import org.fumibako.sieve.run.Template;
import org.fumibako.sieve.syntax.Position;

/** {@code setflag}, {@code addflag} and {@code removeflag} (RFC 5232 §3): of the run, or of a variable. */
public record ChangeFlags(How how, Optional<String> variable, List<Template> flags, Position at) implements Statement {
    /** Which of the three. */
    public enum How {
        SET,
        ADD,
        REMOVE
    }

    public static ChangeFlags compile(Arguments arguments, How how) throws SieveException {
        Optional<String> variable = arguments.remaining() > 1 ? Optional.of(variable(arguments)) : Optional.empty();
        return new ChangeFlags(how, variable, arguments.nextStrings("flags").templates(), arguments.at());
    }

    static String variable(Arguments arguments) throws SieveException {
        Template name = arguments.nextString("the name of a variable");
        if (!arguments.scope().has("variables")) {
            throw arguments.fault("needs: require \"variables\"; before it takes the name of one");
        }
        if (!name.isConstant() || !Names.isVariable(name.constant())) {
            throw arguments.fault("takes the name of a variable and flags");
        }
        return name.constant().toLowerCase(Locale.ROOT);
    }

    @Override
    public Flow execute(Run run) throws SieveException {
        List<String> changed = changed(Flags.split(Template.expand(flags, run)), run);
        if (variable.isPresent()) {
            run.set(variable.get(), false, String.join(" ", changed), at);
        } else {
            run.setFlags(changed);
        }
        return Flow.NEXT;
    }

    private List<String> changed(List<String> named, Run run) {
        List<String> before =
                variable.isPresent() ? Flags.split(List.of(run.variables().value(variable.get()))) : run.flags();
        return switch (how) {
            case SET -> named;
            case ADD -> {
                List<String> all = new ArrayList<>(before);
                all.addAll(named);
                yield Flags.split(all);
            }
            case REMOVE ->
                before.stream()
                        .filter(flag -> named.stream().noneMatch(flag::equalsIgnoreCase))
                        .toList();
        };
    }
}
