// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.rules;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.fumibako.sieve.rules.Rule.Condition;
import org.fumibako.sieve.rules.Rule.Match;
import org.fumibako.sieve.rules.Rule.Subject;
import org.fumibako.sieve.syntax.Argument;
import org.fumibako.sieve.syntax.Node;

/** Conditions as tests: {@code header :comparator "i;unicode-casemap" :contains "subject" "text"}. */
final class Conditions {
    private static final String COMPARATOR = "i;unicode-casemap";

    private static final List<String> TO = List.of("to", "cc");

    private Conditions() {}

    static Node write(Condition condition, Set<String> extensions) {
        extensions.add("comparator-" + COMPARATOR);
        Argument comparator = Shape.tag("comparator");
        Argument named = Shape.text(COMPARATOR);
        Argument match = Shape.tag(tag(condition.match()));
        Argument key = Shape.text(key(condition));
        if (condition.subject() == Subject.BODY) {
            extensions.add("body");
            return Shape.node("body", Shape.tag("text"), comparator, named, match, key);
        }
        String test = isAddress(condition) ? "address" : "header";
        return Shape.node(test, comparator, named, match, fields(condition), key);
    }

    /** Of an address a part is looked for in the name beside it too; anything else is about the address alone. */
    private static boolean isAddress(Condition condition) {
        boolean addresses = condition.subject() == Subject.FROM || condition.subject() == Subject.TO;
        return addresses && condition.match() != Match.CONTAINS;
    }

    private static Argument fields(Condition condition) {
        return switch (condition.subject()) {
            case TO -> Shape.texts(TO);
            case FROM -> Shape.text("from");
            case SUBJECT -> Shape.text("subject");
            case HEADER -> Shape.text(condition.field());
            case BODY -> throw new IllegalArgumentException("the body is no field");
        };
    }

    private static String tag(Match match) {
        return switch (match) {
            case IS -> "is";
            case CONTAINS -> "contains";
            case BEGINS, ENDS -> "matches";
        };
    }

    private static String key(Condition condition) {
        String quoted =
                condition.text().replace("\\", "\\\\").replace("*", "\\*").replace("?", "\\?");
        return switch (condition.match()) {
            case IS, CONTAINS -> condition.text();
            case BEGINS -> quoted + "*";
            case ENDS -> "*" + quoted;
        };
    }

    static Optional<Condition> read(Node test) {
        List<String> tags = Shape.tags(test);
        List<List<String>> strings = Shape.strings(test);
        boolean body = test.name().equals("body");
        int before = body ? 1 : 0;
        boolean shaped = tags.size() == before + 2
                && (!body || tags.getFirst().equals("text"))
                && tags.get(before).equals("comparator")
                && strings.size() == (body ? 2 : 3)
                && strings.getFirst().equals(List.of(COMPARATOR))
                && strings.getLast().size() == 1
                && test.tests().isEmpty();
        if (!shaped) {
            return Optional.empty();
        }
        List<String> fields = body ? List.of() : strings.get(1);
        Optional<Condition> read = subject(test.name(), fields)
                .flatMap(subject -> condition(
                        subject, fields, tags.getLast(), strings.getLast().getFirst()));
        return read.filter(condition -> body || test.name().equals(isAddress(condition) ? "address" : "header"));
    }

    private static Optional<Subject> subject(String test, List<String> fields) {
        if (test.equals("body")) {
            return Optional.of(Subject.BODY);
        }
        List<String> names =
                fields.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        if (names.equals(TO)) {
            return Optional.of(Subject.TO);
        }
        return names.size() != 1
                ? Optional.empty()
                : Optional.of(
                        switch (names.getFirst()) {
                            case "from" -> Subject.FROM;
                            case "subject" -> Subject.SUBJECT;
                            default -> Subject.HEADER;
                        });
    }

    private static Optional<Condition> condition(Subject subject, List<String> fields, String tag, String key) {
        String field = subject == Subject.HEADER ? fields.getFirst() : "";
        return switch (tag) {
            case "is" -> Optional.of(new Condition(subject, field, Match.IS, key));
            case "contains" -> Optional.of(new Condition(subject, field, Match.CONTAINS, key));
            case "matches" -> pattern(subject, field, key);
            default -> Optional.empty();
        };
    }

    private static Optional<Condition> pattern(Subject subject, String field, String key) {
        if (key.startsWith("*")) {
            return literal(key.substring(1)).map(text -> new Condition(subject, field, Match.ENDS, text));
        }
        return key.endsWith("*")
                ? literal(key.substring(0, key.length() - 1))
                        .map(text -> new Condition(subject, field, Match.BEGINS, text))
                : Optional.empty();
    }

    /** What a pattern without wildcards stands for. */
    private static Optional<String> literal(String pattern) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '*' || c == '?' || (c == '\\' && i + 1 == pattern.length())) {
                return Optional.empty();
            }
            i += c == '\\' ? 1 : 0;
            text.append(pattern.charAt(i));
        }
        return Optional.of(text.toString());
    }
}
