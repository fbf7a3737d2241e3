// SPDX-License-Identifier: Apache-2.0
package org.fumibako.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a transcript's text into steps. */
final class TranscriptParser {
    private static final Pattern DIALOGUE = Pattern.compile("([CS])([1-9]?):(.*)");
    private static final Pattern ACTION = Pattern.compile("(CONNECT|STARTTLS|DISCONNECT|CLOSED)(?: ([1-9]))?( TLS)?");

    private final List<Step> steps = new ArrayList<>();
    private final List<String> group = new ArrayList<>();
    private boolean inGroup;
    private boolean skipping;
    private int number;

    private TranscriptParser() {}

    /** @throws IllegalArgumentException naming the line that is not understood */
    static List<Step> parse(String text) {
        TranscriptParser parser = new TranscriptParser();
        for (String line : (Iterable<String>) text.lines()::iterator) {
            parser.number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                parser.add(line);
            }
        }
        if (parser.inGroup || parser.skipping) {
            throw parser.error("ends within a group or behind S:...");
        }
        return parser.steps;
    }

    private void add(String line) {
        Matcher dialogue = DIALOGUE.matcher(line);
        Matcher action = ACTION.matcher(line.strip());
        if (dialogue.matches()) {
            int connection = numberOf(dialogue.group(2));
            if (dialogue.group(1).equals("C")) {
                send(connection, dialogue.group(3));
            } else {
                expect(connection, dialogue.group(3));
            }
        } else if (action.matches()) {
            act(action.group(1), numberOf(action.group(2)), action.group(3) != null);
        } else {
            throw error("not understood: " + line);
        }
    }

    private void send(int connection, String rest) {
        if (inGroup || skipping) {
            throw error("C: within a group or behind S:...");
        }
        boolean raw = rest.startsWith("|");
        steps.add(new Step.Send(number, connection, unspaced(raw ? rest.substring(1) : rest), !raw));
    }

    private void expect(int connection, String rest) {
        switch (rest.strip()) {
            case "..." -> skipping = true;
            case "(" -> inGroup = true;
            case ")" -> {
                steps.add(new Step.Unordered(number, connection, group));
                group.clear();
                inGroup = false;
            }
            default -> expectLine(connection, unspaced(rest));
        }
    }

    private void expectLine(int connection, String pattern) {
        if (inGroup) {
            group.add(pattern);
        } else if (skipping) {
            skipping = false;
            steps.add(new Step.Until(number, connection, pattern));
        } else {
            steps.add(new Step.Expect(number, connection, pattern));
        }
    }

    private void act(String action, int connection, boolean tls) {
        steps.add(
                switch (action) {
                    case "CONNECT" -> new Step.Connect(number, connection, tls);
                    case "STARTTLS" -> new Step.StartTls(number, connection);
                    case "DISCONNECT" -> new Step.Disconnect(number, connection);
                    case "CLOSED" -> new Step.Closed(number, connection);
                    default -> throw error("unknown action " + action);
                });
    }

    private static int numberOf(String digits) {
        return digits == null || digits.isEmpty() ? 1 : Integer.parseInt(digits);
    }

    private static String unspaced(String text) {
        return text.startsWith(" ") ? text.substring(1) : text;
    }

    private IllegalArgumentException error(String what) {
        return new IllegalArgumentException("line " + number + ": " + what);
    }
}
