// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fumibako.sieve.SieveException;
import org.fumibako.sieve.run.Template;
import org.fumibako.sieve.run.Template.Part;
import org.fumibako.sieve.syntax.Position;

/** Reads what stands for something else in a string: encoded characters (RFC 5228 §2.4.2.4) and variables (RFC 5229 §3). */
final class Templates {
    private final Scope scope;

    Templates(Scope scope) {
        this.scope = scope;
    }

    Template read(String raw, Position at) throws SieveException {
        String text = scope.has("encoded-character") ? EncodedCharacters.decode(raw, at) : raw;
        if (!scope.has("variables") || !text.contains("${")) {
            return new Template(List.of(new Part.Literal(text)), at);
        }
        List<Part> parts = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        int position = 0;
        while (position < text.length()) {
            int end = text.startsWith("${", position) ? text.indexOf('}', position) : -1;
            String name = end < 0 ? "" : text.substring(position + 2, end);
            if (isReference(name)) {
                flush(literal, parts);
                parts.add(reference(name.toLowerCase(Locale.ROOT), at));
                position = end + 1;
            } else {
                literal.append(text.charAt(position));
                position++;
            }
        }
        flush(literal, parts);
        return new Template(parts, at);
    }

    private static void flush(StringBuilder literal, List<Part> parts) {
        if (!literal.isEmpty()) {
            parts.add(new Part.Literal(literal.toString()));
            literal.setLength(0);
        }
    }

    /** What is none stays as it is (RFC 5229 §3). */
    private static boolean isReference(String name) {
        return isNumber(name) || Names.isVariable(name) || (name.contains(".") && Names.isQualified(name));
    }

    private static boolean isNumber(String name) {
        return !name.isEmpty() && name.length() < 10 && name.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private Part reference(String name, Position at) throws SieveException {
        if (isNumber(name)) {
            return new Part.Match(Integer.parseInt(name));
        }
        if (name.startsWith("global.") && scope.has("include")) {
            return new Part.Global(name.substring("global.".length()));
        }
        if (name.contains(".")) {
            throw new SieveException(at, "there are no variables like \"${" + name + "}\"");
        }
        return new Part.Variable(name);
    }
}
