// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.syntax;

import java.util.List;
import java.util.Optional;

/**
 * A command or a test (RFC 5228 §8.2).
 *
 * @param name in lower case
 * @param tests one, a list in parentheses, or none
 * @param block the commands in braces; empty for a command that ends with a semicolon, and for tests
 * @param comment the last comment before it; empty when there is none
 */
public record Node(
        String name,
        List<Argument> arguments,
        List<Node> tests,
        Optional<List<Node>> block,
        Position at,
        String comment) {
    public Node {
        arguments = List.copyOf(arguments);
        tests = List.copyOf(tests);
        block = block.map(List::copyOf);
    }
}
