// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.rules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fumibako.sieve.SieveException;
import org.fumibako.sieve.SieveLimits;
import org.fumibako.sieve.syntax.Argument;
import org.fumibako.sieve.syntax.Node;
import org.fumibako.sieve.syntax.Parser;
import org.fumibako.sieve.syntax.Position;
import org.fumibako.sieve.syntax.Printer;

/** Rules as a Sieve script, and back. */
public final class RuleScript {
    /** Before the name of a rule in the comment above it, as other programs write it. */
    private static final String NAME = "rule:[";

    private RuleScript() {}

    /** A script that does what the rules say, in their order. */
    public static String write(List<Rule> rules) {
        if (rules.size() > Rule.MAX_RULES) {
            throw new IllegalArgumentException("There are " + Rule.MAX_RULES + " rules at most.");
        }
        Set<String> extensions = new LinkedHashSet<>();
        List<Node> nodes = new ArrayList<>();
        for (Rule rule : rules) {
            nodes.add(node(rule, extensions));
        }
        if (!extensions.isEmpty()) {
            Argument names = new Argument.Strings(List.copyOf(extensions), true, Position.START);
            nodes.addFirst(new Node("require", List.of(names), List.of(), Optional.empty(), Position.START, ""));
        }
        return Printer.print(nodes);
    }

    private static Node node(Rule rule, Set<String> extensions) {
        List<Node> tests = new ArrayList<>();
        if (!rule.on()) {
            tests.add(simple("false"));
        }
        List<Node> conditions = new ArrayList<>();
        rule.conditions().forEach(condition -> conditions.add(Conditions.write(condition, extensions)));
        tests.add(conditions.size() == 1 ? conditions.getFirst() : list(rule.all() ? "allof" : "anyof", conditions));
        Node test = rule.on() ? tests.getFirst() : list("allof", tests);
        List<Node> block = new ArrayList<>();
        rule.deeds().forEach(deed -> block.add(Deeds.write(deed, extensions)));
        if (rule.stop()) {
            block.add(simple("stop"));
        }
        return new Node("if", List.of(), List.of(test), Optional.of(block), Position.START, NAME + rule.name() + "]");
    }

    private static Node list(String name, List<Node> tests) {
        return new Node(name, List.of(), tests, Optional.empty(), Position.START, "");
    }

    private static Node simple(String name) {
        return list(name, List.of());
    }

    /**
     * The rules of a script.
     *
     * @return empty when it says anything that rules cannot say; it is sound nevertheless
     * @throws SieveException when it is no script
     */
    public static Optional<List<Rule>> read(String script) throws SieveException {
        List<Rule> rules = new ArrayList<>();
        for (Node node : Parser.parse(script, SieveLimits.DEFAULT)) {
            if (!node.name().equals("require")) {
                Optional<Rule> rule = rule(node);
                if (rule.isEmpty() || rules.size() == Rule.MAX_RULES) {
                    return Optional.empty();
                }
                rules.add(rule.get());
            }
        }
        return Optional.of(rules);
    }

    private static Optional<Rule> rule(Node node) {
        if (!node.name().equals("if")
                || node.tests().size() != 1
                || node.block().isEmpty()) {
            return Optional.empty();
        }
        Node test = node.tests().getFirst();
        boolean off = test.name().equals("allof")
                && test.tests().size() == 2
                && test.tests().getFirst().equals(falseAt(test.tests().getFirst()));
        Node conditions = off ? test.tests().getLast() : test;
        boolean joined = conditions.name().equals("allof") || conditions.name().equals("anyof");
        List<Node> each = joined ? conditions.tests() : List.of(conditions);
        List<Node> block = node.block().get();
        boolean stop = !block.isEmpty() && block.getLast().name().equals("stop");
        List<Node> deeds = stop ? block.subList(0, block.size() - 1) : block;
        try {
            List<Rule.Condition> readConditions = new ArrayList<>();
            for (Node condition : each) {
                readConditions.add(Conditions.read(condition).orElseThrow(IllegalArgumentException::new));
            }
            List<Rule.Deed> readDeeds = new ArrayList<>();
            for (Node deed : deeds) {
                readDeeds.add(Deeds.read(deed).orElseThrow(IllegalArgumentException::new));
            }
            boolean all = !joined || conditions.name().equals("allof");
            return Optional.of(new Rule(name(node), !off, all, readConditions, readDeeds, stop));
        } catch (IllegalArgumentException somethingElse) {
            return Optional.empty();
        }
    }

    private static Node falseAt(Node like) {
        return new Node("false", List.of(), List.of(), Optional.empty(), like.at(), like.comment());
    }

    private static String name(Node node) {
        String comment = node.comment();
        boolean named = comment.startsWith(NAME) && comment.endsWith("]");
        return named ? comment.substring(NAME.length(), comment.length() - 1) : "";
    }
}
