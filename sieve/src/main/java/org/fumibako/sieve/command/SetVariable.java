// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.fumibako.sieve.SieveException;
import org.fumibako.sieve.compile.Arguments;
import org.fumibako.sieve.compile.Names;
import org.fumibako.sieve.run.Flow;
import org.fumibako.sieve.run.Run;
import org.fumibako.sieve.run.Statement;
import org.fumibako.sieve.run.Template;
import org.fumibako.sieve.syntax.Position;

/** {@code set} (RFC 5229 §4), also of {@code global.name} (RFC 6609 §3.4.2). */
public record SetVariable(String name, boolean global, List<Modifier> modifiers, Template value, Position at)
        implements Statement {
    private static final String GLOBAL = "global.";

    /** In the order in which they are applied; of those of one rank there may be one. */
    enum Modifier {
        LOWER(40),
        UPPER(40),
        LOWERFIRST(30),
        UPPERFIRST(30),
        QUOTEWILDCARD(20),
        LENGTH(10);

        private final int rank;

        Modifier(int rank) {
            this.rank = rank;
        }

        String apply(String text) {
            return switch (this) {
                case LOWER -> text.toLowerCase(Locale.ROOT);
                case UPPER -> text.toUpperCase(Locale.ROOT);
                case LOWERFIRST -> first(text).toLowerCase(Locale.ROOT) + rest(text);
                case UPPERFIRST -> first(text).toUpperCase(Locale.ROOT) + rest(text);
                case QUOTEWILDCARD ->
                    text.replace("\\", "\\\\").replace("*", "\\*").replace("?", "\\?");
                case LENGTH -> Integer.toString(text.codePointCount(0, text.length()));
            };
        }

        private static String first(String text) {
            return text.isEmpty() ? "" : text.substring(0, text.offsetByCodePoints(0, 1));
        }

        private static String rest(String text) {
            return text.substring(first(text).length());
        }
    }

    public static SetVariable compile(Arguments arguments) throws SieveException {
        List<Modifier> modifiers = new ArrayList<>();
        for (Modifier modifier : Modifier.values()) {
            if (arguments.flag(modifier.name().toLowerCase(Locale.ROOT), "")) {
                modifiers.add(modifier);
            }
        }
        if (modifiers.stream().map(each -> each.rank).distinct().count() < modifiers.size()) {
            throw arguments.fault("has two modifiers that exclude each other");
        }
        modifiers.sort(Comparator.comparingInt((Modifier each) -> each.rank).reversed());
        String name = name(arguments);
        boolean global = name.startsWith(GLOBAL) && arguments.scope().has("include");
        String bare = global ? name.substring(GLOBAL.length()) : name;
        if (!Names.isVariable(bare)) {
            throw arguments.fault("cannot set \"" + name + "\"; a name is letters, digits and underscores");
        }
        return new SetVariable(bare, global, List.copyOf(modifiers), arguments.nextString("a value"), arguments.at());
    }

    private static String name(Arguments arguments) throws SieveException {
        Template name = arguments.nextString("the name of a variable");
        if (!name.isConstant()) {
            throw arguments.fault("needs a name without variables in it");
        }
        return name.constant().toLowerCase(Locale.ROOT);
    }

    @Override
    public Flow execute(Run run) throws SieveException {
        String text = value.expand(run);
        for (Modifier modifier : modifiers) {
            text = modifier.apply(text);
        }
        run.set(name, global, text, at);
        return Flow.NEXT;
    }
}
