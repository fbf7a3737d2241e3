// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.spf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads a record to its end, whatever is wrong with it, in time linear in its length (RFC 7208 §4.6). */
final class SpfRecordParser {
    private final List<Directive> directives = new ArrayList<>();
    private final List<SpfProblem> problems = new ArrayList<>();
    private Optional<MacroString> redirect = Optional.empty();
    private Optional<MacroString> explanation = Optional.empty();

    private SpfRecordParser() {}

    /** @param text begins with the version, see {@link SpfRecord#is} */
    static SpfRecord parse(String text) {
        SpfRecordParser parser = new SpfRecordParser();
        int position = SpfRecord.VERSION.length();
        while (position < text.length()) {
            int space = text.indexOf(' ', position);
            int end = space < 0 ? text.length() : space;
            if (end > position) {
                parser.term(text.substring(position, end));
            }
            position = end + 1;
        }
        return new SpfRecord(parser.directives, parser.redirect, parser.explanation, parser.problems);
    }

    private void term(String term) {
        try {
            checkCharacters(term);
            int sign = nameEnd(term);
            if (sign < term.length() && term.charAt(sign) == '=') {
                modifier(term.substring(0, sign), term.substring(sign + 1));
            } else {
                directives.add(directive(term, sign));
            }
        } catch (SpfSyntaxException wrong) {
            if (problems.size() < SpfLimits.PROBLEMS) {
                problems.add(new SpfProblem(printable(term), wrong.sentence()));
            }
        }
    }

    private static void checkCharacters(String term) throws SpfSyntaxException {
        for (int i = 0; i < term.length(); i++) {
            char c = term.charAt(i);
            if (c <= ' ' || c >= 0x7F) {
                throw new SpfSyntaxException("only visible ASCII characters are allowed, with spaces between terms");
            }
        }
    }

    private static String printable(String term) {
        StringBuilder printable = new StringBuilder(term.length());
        term.chars().forEach(c -> printable.append(c <= ' ' || c >= 0x7F ? '?' : (char) c));
        return printable.toString();
    }

    private static int nameEnd(String term) {
        for (int i = 0; i < term.length(); i++) {
            if (":/=".indexOf(term.charAt(i)) >= 0) {
                return i;
            }
        }
        return term.length();
    }

    private static Directive directive(String term, int nameEnd) throws SpfSyntaxException {
        boolean signed = Qualifier.isSign(term.charAt(0));
        String name = term.substring(signed ? 1 : 0, Math.max(nameEnd, signed ? 1 : 0));
        Qualifier qualifier = signed ? Qualifier.of(term.charAt(0)) : Qualifier.PASS;
        return new Directive(qualifier, MechanismParser.parse(name, term.substring(nameEnd)), term);
    }

    /** RFC 7208 §6: {@code redirect} and {@code exp} once each; others mean nothing to us, but have to be well formed. */
    private void modifier(String name, String value) throws SpfSyntaxException {
        switch (name.toLowerCase(Locale.ROOT)) {
            case "redirect" -> redirect = once(redirect, value);
            case "exp" -> explanation = once(explanation, value);
            default -> {
                checkName(name);
                MacroParser.anything(value);
            }
        }
    }

    private static Optional<MacroString> once(Optional<MacroString> before, String value) throws SpfSyntaxException {
        if (before.isPresent()) {
            throw new SpfSyntaxException("this modifier may be there only once");
        }
        return Optional.of(MacroParser.domain(value));
    }

    private static void checkName(String name) throws SpfSyntaxException {
        boolean sound = !name.isEmpty() && isLetter(name.charAt(0));
        for (int i = 0; i < name.length() && sound; i++) {
            char c = name.charAt(i);
            sound = isLetter(c) || (c >= '0' && c <= '9') || "-_.".indexOf(c) >= 0;
        }
        if (!sound) {
            throw new SpfSyntaxException(
                    "the name before = has to begin with a letter and consist of letters, digits, - _ .");
        }
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
