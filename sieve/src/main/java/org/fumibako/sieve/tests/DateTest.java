// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.tests;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.fumibako.mime.MailDate;
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

/** {@code date} (RFC 5260 §4): the date in a field of the header. */
public record DateTest(
        Zone zone, Matching matching, Optional<Place> place, Template field, Template part, List<Template> keys)
        implements Condition {
    public static DateTest compile(Arguments arguments) throws SieveException {
        Zone zone = Zone.read(arguments, true);
        Matching matching = Matchings.read(arguments);
        Optional<Place> place = Places.read(arguments, "index");
        Template field = arguments.nextString("the name of a header field");
        Template part = part(arguments);
        return new DateTest(
                zone,
                matching,
                place,
                field,
                part,
                arguments.nextStrings("strings to compare with").templates());
    }

    static Template part(Arguments arguments) throws SieveException {
        Template part = arguments.nextString("a part of a date");
        if (part.isConstant() && DatePart.of(part.constant()).isEmpty()) {
            throw arguments.fault("knows no part of a date called \"" + part.constant() + "\"");
        }
        return part;
    }

    @Override
    public boolean holds(Run run) throws SieveException {
        List<Field> all = run.header().named(field.expand(run));
        // Without :index the first one counts (RFC 5260 §4).
        Optional<OffsetDateTime> date =
                place.orElse(new Place(1, false)).of(all).stream().findFirst().flatMap(some -> date(some.value()));
        Optional<DatePart> wanted = DatePart.of(part.expand(run));
        if (date.isEmpty() || wanted.isEmpty()) {
            return false;
        }
        String value = wanted.get().of(zone.shift(date.get(), run));
        return matching.any(List.of(value), Template.expand(keys, run), run);
    }

    /** Behind the last semicolon, as in Received. */
    private static Optional<OffsetDateTime> date(String value) {
        return MailDate.parse(value.substring(value.lastIndexOf(';') + 1).strip());
    }
}
