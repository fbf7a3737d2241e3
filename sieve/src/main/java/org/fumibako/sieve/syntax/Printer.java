// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.syntax;

import java.util.List;
import java.util.stream.Collectors;

/** Writes a tree as a script that {@link Parser} reads as the same tree. */
public final class Printer {
    private final StringBuilder out = new StringBuilder();

    private Printer() {}

    /** One command a line, blocks indented; comments stand on lines of their own. */
    public static String print(List<Node> commands) {
        Printer printer = new Printer();
        printer.commands(commands, 0);
        return printer.out.toString();
    }

    /** A string as it stands in a script. */
    public static String quote(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private void commands(List<Node> commands, int depth) {
        for (Node command : commands) {
            String indent = "    ".repeat(depth);
            if (!command.comment().isEmpty()) {
                command.comment().lines().forEach(line -> out.append(indent + "# " + line + "\r\n"));
            }
            out.append(indent);
            node(command);
            if (command.block().isPresent()) {
                out.append(" {\r\n");
                commands(command.block().get(), depth + 1);
                out.append(indent + "}\r\n");
            } else {
                out.append(";\r\n");
            }
        }
    }

    private void node(Node node) {
        out.append(node.name());
        for (Argument argument : node.arguments()) {
            out.append(' ').append(text(argument));
        }
        if (node.tests().size() == 1) {
            out.append(' ');
            node(node.tests().getFirst());
        } else if (!node.tests().isEmpty()) {
            String separator = " (";
            for (Node test : node.tests()) {
                out.append(separator);
                node(test);
                separator = ", ";
            }
            out.append(')');
        }
    }

    private static String text(Argument argument) {
        return switch (argument) {
            case Argument.Tag tag -> ":" + tag.name();
            case Argument.Numeral number -> Long.toString(number.value());
            case Argument.Strings strings
            when strings.list() ->
                strings.values().stream().map(Printer::quote).collect(Collectors.joining(", ", "[", "]"));
            case Argument.Strings strings -> quote(strings.values().getFirst());
        };
    }
}
