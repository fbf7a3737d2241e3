// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.compile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fumibako.sieve.SieveException;
import org.fumibako.sieve.run.Condition;
import org.fumibako.sieve.run.Flow;
import org.fumibako.sieve.run.Run;
import org.fumibako.sieve.run.Statement;
import org.fumibako.sieve.syntax.Node;
import org.fumibako.sieve.syntax.Position;

/** Makes something that can be run of a script's tree. */
public final class Compiler {
    /** Everything that may be required, in the order in which it is announced. */
    public static final List<String> EXTENSIONS = List.of(
            "fileinto",
            "reject",
            "ereject",
            "envelope",
            "encoded-character",
            "copy",
            "imap4flags",
            "variables",
            "relational",
            "date",
            "index",
            "body",
            "vacation",
            "vacation-seconds",
            "editheader",
            "mailbox",
            "special-use",
            "mboxmetadata",
            "servermetadata",
            "spamtest",
            "spamtestplus",
            "virustest",
            "duplicate",
            "include",
            "subaddress",
            "ihave",
            "environment",
            "comparator-i;ascii-numeric",
            "comparator-i;unicode-casemap");

    private Compiler() {}

    /** The two comparators that every Sieve has may be required, and need not be (RFC 5228 §2.7.3). */
    public static boolean isKnown(String extension) {
        return EXTENSIONS.contains(extension)
                || extension.equals("comparator-i;octet")
                || extension.equals("comparator-i;ascii-casemap");
    }

    /** @param name of the script */
    public static Statement compile(List<Node> script, String name) throws SieveException {
        Scope scope = new Scope(name);
        List<Statement> statements = new ArrayList<>();
        boolean mayRequire = true;
        List<Node> rest = script;
        while (!rest.isEmpty()) {
            Node command = rest.getFirst();
            boolean requires = command.name().equals("require");
            if (requires && !mayRequire) {
                throw new SieveException(command.at(), "\"require\" has to stand before all other commands");
            }
            mayRequire = requires;
            scope.enter(command);
            rest = statement(rest, scope, statements);
        }
        return new Sequence(List.copyOf(statements));
    }

    static Statement block(List<Node> commands, Scope scope) throws SieveException {
        List<Statement> statements = new ArrayList<>();
        List<Node> rest = commands;
        while (!rest.isEmpty()) {
            if (rest.getFirst().name().equals("require")) {
                throw new SieveException(rest.getFirst().at(), "\"require\" has to stand before all other commands");
            }
            rest = statement(rest, scope, statements);
        }
        return new Sequence(List.copyOf(statements));
    }

    /** Reads the first command, and those that continue it. @return what comes after */
    private static List<Node> statement(List<Node> commands, Scope scope, List<Statement> into) throws SieveException {
        Node first = commands.getFirst();
        if (first.name().equals("if")) {
            int end = 1;
            while (end < commands.size() && commands.get(end).name().startsWith("els")) {
                end++;
            }
            into.add(Choice.compile(commands.subList(0, end), scope));
            return commands.subList(end, commands.size());
        }
        into.add(new Counted(first.at(), command(first, scope)));
        return commands.subList(1, commands.size());
    }

    private static Statement command(Node node, Scope scope) throws SieveException {
        try {
            return made(node, scope, Commands.find(node.name()), "command");
        } catch (SieveException fault) {
            if (!scope.has("ihave")) {
                throw fault;
            }
            // A script that asks what there is may hold what there is not, as long as it is not reached (RFC 5463 §4).
            return _ -> {
                throw fault;
            };
        }
    }

    static Condition test(Node node, Scope scope) throws SieveException {
        Condition test;
        try {
            test = made(node, scope, Tests.find(node.name()), "test");
        } catch (SieveException fault) {
            if (!scope.has("ihave")) {
                throw fault;
            }
            test = _ -> {
                throw fault;
            };
        }
        Condition made = test;
        return run -> {
            run.step(node.at());
            return made.holds(run);
        };
    }

    private static <T> T made(Node node, Scope scope, Optional<Maker.Entry<T>> found, String kind)
            throws SieveException {
        Maker.Entry<T> entry = found.orElseThrow(
                () -> new SieveException(node.at(), "there is no " + kind + " \"" + node.name() + "\""));
        scope.demand(entry.extension(), "\"" + node.name() + "\"", node.at());
        Arguments arguments = new Arguments(node, scope);
        T thing = entry.maker().make(arguments);
        arguments.end();
        return thing;
    }

    private record Sequence(List<Statement> statements) implements Statement {
        @Override
        public Flow execute(Run run) throws SieveException, IOException {
            for (Statement statement : statements) {
                Flow flow = statement.execute(run);
                if (flow != Flow.NEXT) {
                    return flow;
                }
            }
            return Flow.NEXT;
        }
    }

    private record Counted(Position at, Statement statement) implements Statement {
        @Override
        public Flow execute(Run run) throws SieveException, IOException {
            run.step(at);
            return statement.execute(run);
        }
    }
}
