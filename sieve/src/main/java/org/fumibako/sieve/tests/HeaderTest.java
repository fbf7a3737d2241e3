// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.tests;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fumibako.mime.HeaderText;
import org.fumibako.sieve.SieveException;
import org.fumibako.sieve.compile.Arguments;
import org.fumibako.sieve.compile.Matchings;
import org.fumibako.sieve.compile.Places;
import org.fumibako.sieve.run.Condition;
import org.fumibako.sieve.run.Field;
import org.fumibako.sieve.run.Matching;
import org.fumibako.sieve.run.Place;
import org.fumibako.sieve.run.Run;
import org.fumibako.sieve.run.Template;

/** {@code header} (RFC 5228 §5.7): fields as people read them, encoded words decoded. */
public record HeaderTest(Matching matching, Optional<Place> place, List<Template> fields, List<Template> keys)
        implements Condition {
    public static HeaderTest compile(Arguments arguments) throws SieveException {
        Matching matching = Matchings.read(arguments);
        Optional<Place> place = Places.read(arguments, "index");
        return new HeaderTest(
                matching,
                place,
                arguments.nextStrings("names of header fields").templates(),
                arguments.nextStrings("strings to compare with").templates());
    }

    @Override
    public boolean holds(Run run) throws SieveException {
        List<String> values = new ArrayList<>();
        for (String name : Template.expand(fields, run)) {
            List<Field> all = run.header().named(name);
            for (Field field : place.isPresent() ? place.get().of(all) : all) {
                values.add(HeaderText.decode(field.value()).strip());
            }
        }
        return matching.any(values, Template.expand(keys, run), run);
    }
}
