// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve;

import java.util.List;
import java.util.random.RandomGenerator;

/** Writes scripts of the base language, from a seed. */
final class RandomScript {
    private static final List<String> FIELDS = List.of("Subject", "from", "To", "X-Nothing", "x-count");
    /** None is empty: that program finds the empty string in fields that are not there (but RFC 5228 §5.7). */
    private static final List<String> WORDS =
            List.of("coyote", "COYOTE@desert.example.org", "12", "present", "desert.example.org", "acme", "a\\\"b");

    private static final List<String> PATTERNS = List.of("*", "?*", "*present*", "*12", "I*a*you", "coyote*", "??");

    private final RandomGenerator random;

    RandomScript(RandomGenerator random) {
        this.random = random;
    }

    String script() {
        StringBuilder script = new StringBuilder("require [\"fileinto\"];\n");
        for (int i = random.nextInt(4); i >= 0; i--) {
            script.append(command(3));
        }
        return script.toString();
    }

    private String command(int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 4)) {
            case 0 -> "keep;\n";
            case 1 -> "discard;\n";
            case 2 -> "fileinto \"Box" + random.nextInt(3) + "\";\n";
            case 3 -> random.nextInt(4) == 0 ? "stop;\n" : "# a comment; keep;\n";
            default -> choice(depth);
        };
    }

    private String choice(int depth) {
        StringBuilder text = new StringBuilder("if " + test(depth) + " {\n" + command(depth - 1) + "}\n");
        while (random.nextInt(3) == 0) {
            text.append("elsif " + test(depth) + "\n{ " + command(depth - 1) + command(depth - 1) + "}\n");
        }
        return text.append(random.nextBoolean() ? "else { " + command(depth - 1) + " }\n" : "")
                .toString();
    }

    private String test(int depth) {
        return switch (random.nextInt(depth > 0 ? 9 : 6)) {
            case 0 -> "true";
            case 1 -> "exists " + list(FIELDS.subList(0, 4));
            case 2 -> "size :" + (random.nextBoolean() ? "over " : "under ") + random.nextInt(500);
            case 3 -> "address " + part() + comparison(list(List.of("From", "to")));
            case 4, 5 -> "header " + comparison(list(FIELDS));
            case 6 -> "not " + test(depth - 1);
            case 7 -> "allof (" + test(depth - 1) + ", " + test(depth - 1) + ")";
            default -> "anyof (" + test(depth - 1) + " , /* or */" + test(depth - 1) + ")";
        };
    }

    private String part() {
        return pick(List.of("", ":all ", ":domain ", ":localpart "));
    }

    private String comparison(String fields) {
        return switch (random.nextInt(4)) {
            case 0 -> ":is " + fields + " " + list(WORDS);
            case 1 -> ":contains :comparator \"i;octet\" " + fields + " " + list(WORDS);
            case 2 -> ":comparator \"i;ascii-casemap\" :contains " + fields + " " + list(WORDS);
            default -> ":matches " + fields + " " + list(PATTERNS);
        };
    }

    private String list(List<String> from) {
        return random.nextBoolean() ? '"' + pick(from) + '"' : "[\"" + pick(from) + "\", \"" + pick(from) + "\"]";
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
