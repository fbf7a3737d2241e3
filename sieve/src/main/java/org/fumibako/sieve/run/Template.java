// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.run;

import java.util.List;
import org.fumibako.sieve.SieveException;
import org.fumibako.sieve.syntax.Position;

/** A string of a script, into which variables are put when it is used (RFC 5229 §3). */
public record Template(List<Part> parts, Position at) {
    public Template {
        parts = List.copyOf(parts);
    }

    /** A piece of it. */
    public sealed interface Part {
        record Literal(String text) implements Part {}

        /** {@code ${name}}, in lower case. */
        record Variable(String name) implements Part {}

        /** {@code ${1}}: what a wildcard of the last match took. */
        record Match(int number) implements Part {}

        /** {@code ${global.name}} (RFC 6609 §3.4.2). */
        record Global(String name) implements Part {}
    }

    public boolean isConstant() {
        return parts.isEmpty() || (parts.size() == 1 && parts.getFirst() instanceof Part.Literal);
    }

    /** The text of one that has no variables. */
    public String constant() {
        return parts.isEmpty() ? "" : ((Part.Literal) parts.getFirst()).text();
    }

    /** The text at this point of a run. */
    public String expand(Run run) throws SieveException {
        if (isConstant()) {
            return constant();
        }
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            text.append(
                    switch (part) {
                        case Part.Literal literal -> literal.text();
                        case Part.Variable variable -> run.variables().value(variable.name());
                        case Part.Match match -> run.variables().match(match.number());
                        case Part.Global global -> run.variables().global(global.name());
                    });
            run.checkLength(text.length(), at);
        }
        run.work(text.length(), at);
        return text.toString();
    }

    /** Those of a list. */
    public static List<String> expand(List<Template> templates, Run run) throws SieveException {
        String[] texts = new String[templates.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = templates.get(i).expand(run);
        }
        return List.of(texts);
    }
}
