// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.fumibako.sieve.SieveLimits;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is printed is read as the same. */
class PrinterTest {
    private static final int TREES = 500;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void readingWhatWasPrintedGivesTheSameTree(long seed) throws Exception {
        Trees trees = new Trees(new Random(seed));
        for (int i = 0; i < TREES; i++) {
            List<Node> tree = trees.commands(3);
            String text = Printer.print(tree);
            List<Node> again = Parser.parse(text, SieveLimits.DEFAULT);
            assertThat(unplaced(again)).as(text).isEqualTo(tree);
            assertThat(Printer.print(again)).isEqualTo(text);
        }
    }

    private static List<Node> unplaced(List<Node> nodes) {
        return nodes.stream()
                .map(node -> new Node(
                        node.name(),
                        node.arguments().stream().map(PrinterTest::unplaced).toList(),
                        unplaced(node.tests()),
                        node.block().map(PrinterTest::unplaced),
                        Position.START,
                        node.comment()))
                .toList();
    }

    private static Argument unplaced(Argument argument) {
        return switch (argument) {
            case Argument.Tag tag -> new Argument.Tag(tag.name(), Position.START);
            case Argument.Numeral number -> new Argument.Numeral(number.value(), Position.START);
            case Argument.Strings strings -> new Argument.Strings(strings.values(), strings.list(), Position.START);
        };
    }

    /** Trees of all shapes; their names mean nothing. */
    private record Trees(Random random) {
        private static final List<String> STRINGS = List.of(
                "", "a", "\"", "\\", "\\\"", "日本語 😀", "line\r\nbreak", "a\nb", ".", "${x}", "# no comment", "*/");

        List<Node> commands(int depth) {
            List<Node> commands = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                boolean block = depth > 0 && random.nextInt(3) == 0;
                commands.add(new Node(
                        "c" + random.nextInt(9),
                        arguments(),
                        tests(depth),
                        block ? Optional.of(commands(depth - 1)) : Optional.empty(),
                        Position.START,
                        random.nextInt(3) == 0 ? "rule:[" + random.nextInt(9) + "]" : ""));
            }
            return commands;
        }

        private List<Node> tests(int depth) {
            List<Node> tests = new ArrayList<>();
            for (int i = depth > 0 ? random.nextInt(4) : 0; i > 0; i--) {
                tests.add(new Node(
                        "t_" + random.nextInt(9), arguments(), tests(depth - 1), Optional.empty(), Position.START, ""));
            }
            return tests;
        }

        private List<Argument> arguments() {
            List<Argument> arguments = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                arguments.add(
                        switch (random.nextInt(4)) {
                            case 0 -> new Argument.Tag("tag" + random.nextInt(9), Position.START);
                            case 1 -> new Argument.Numeral(random.nextLong(1L << 40), Position.START);
                            case 2 -> new Argument.Strings(List.of(string()), false, Position.START);
                            default -> new Argument.Strings(List.of(string(), string()), true, Position.START);
                        });
            }
            return arguments;
        }

        private String string() {
            return STRINGS.get(random.nextInt(STRINGS.size()));
        }
    }
}
