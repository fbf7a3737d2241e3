// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.tests;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fumibako.sieve.SieveException;
import org.fumibako.sieve.compile.Arguments;
import org.fumibako.sieve.compile.Matchings;
import org.fumibako.sieve.run.Condition;
import org.fumibako.sieve.run.Matching;
import org.fumibako.sieve.run.Run;
import org.fumibako.sieve.run.Template;

/** {@code envelope} (RFC 5228 §5.4): of {@code from} and {@code to}; the null sender is the empty string in every part. */
public record EnvelopeTest(AddressPart part, Matching matching, List<Template> parts, List<Template> keys)
        implements Condition {
    public static EnvelopeTest compile(Arguments arguments) throws SieveException {
        AddressPart part = AddressPart.read(arguments);
        Matching matching = Matchings.read(arguments);
        List<Template> parts = arguments.nextStrings("\"from\" or \"to\"").templates();
        for (Template name : parts) {
            String known = name.isConstant() ? name.constant().toLowerCase(Locale.ROOT) : "to";
            if (!known.equals("from") && !known.equals("to")) {
                throw arguments.fault("knows \"from\" and \"to\", and not \"" + known + "\"");
            }
        }
        return new EnvelopeTest(
                part,
                matching,
                parts,
                arguments.nextStrings("strings to compare with").templates());
    }

    @Override
    public boolean holds(Run run) throws SieveException {
        List<String> values = new ArrayList<>();
        for (String name : Template.expand(parts, run)) {
            switch (name.toLowerCase(Locale.ROOT)) {
                case "from" -> add(run.mail().sender(), values);
                case "to" -> add(run.mail().recipient(), values);
                default -> {}
            }
        }
        return matching.any(values, Template.expand(keys, run), run);
    }

    private void add(String address, List<String> into) {
        if (address.isEmpty()) {
            into.add("");
        } else {
            part.of(address).ifPresent(into::add);
        }
    }
}
