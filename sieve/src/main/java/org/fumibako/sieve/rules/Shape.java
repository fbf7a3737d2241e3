// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.rules;

import java.util.List;
import java.util.Optional;
import org.fumibako.sieve.syntax.Argument;
import org.fumibako.sieve.syntax.Node;
import org.fumibako.sieve.syntax.Position;

/** Makes and recognises commands and tests of one shape: tags first, then strings. */
final class Shape {
    private Shape() {}

    static Node node(String name, Argument... arguments) {
        return new Node(name, List.of(arguments), List.of(), Optional.empty(), Position.START, "");
    }

    static Argument tag(String name) {
        return new Argument.Tag(name, Position.START);
    }

    static Argument text(String text) {
        return new Argument.Strings(List.of(text), false, Position.START);
    }

    static Argument texts(List<String> texts) {
        return new Argument.Strings(texts, true, Position.START);
    }

    /** The names of the tags, in their order. */
    static List<String> tags(Node node) {
        return node.arguments().stream()
                .filter(Argument.Tag.class::isInstance)
                .map(argument -> ((Argument.Tag) argument).name())
                .toList();
    }

    /** The strings, in their order; empty when there is a number among the arguments. */
    static List<List<String>> strings(Node node) {
        boolean numbers = node.arguments().stream().anyMatch(Argument.Numeral.class::isInstance);
        return numbers
                ? List.of()
                : node.arguments().stream()
                        .filter(Argument.Strings.class::isInstance)
                        .map(argument -> ((Argument.Strings) argument).values())
                        .toList();
    }
}
