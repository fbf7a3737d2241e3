// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.tests;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fumibako.mime.MailAddress;
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

/** {@code address} (RFC 5228 §5.1): addresses in fields of the header, without names and comments. */
public record AddressTest(
        AddressPart part, Matching matching, Optional<Place> place, List<Template> fields, List<Template> keys)
        implements Condition {
    public static AddressTest compile(Arguments arguments) throws SieveException {
        AddressPart part = AddressPart.read(arguments);
        Matching matching = Matchings.read(arguments);
        Optional<Place> place = Places.read(arguments, "index");
        Arguments.Strings fields = arguments.nextStrings("names of header fields");
        for (Template field : fields.templates()) {
            if (field.isConstant() && !holdsAddresses(field.constant())) {
                throw arguments.fault("cannot look into \"" + field.constant()
                        + "\", which holds no addresses; use the test \"header\"");
            }
        }
        return new AddressTest(
                part,
                matching,
                place,
                fields.templates(),
                arguments.nextStrings("strings to compare with").templates());
    }

    /** RFC 5228 §5.1 has it that an address test is for fields that hold addresses; X- fields are people's own. */
    private static boolean holdsAddresses(String field) {
        return switch (field.toLowerCase(Locale.ROOT)) {
            case "subject", "date", "message-id", "mime-version", "content-type", "received", "references" -> false;
            default -> true;
        };
    }

    @Override
    public boolean holds(Run run) throws SieveException {
        List<String> values = new ArrayList<>();
        for (String name : Template.expand(fields, run)) {
            List<Field> all = run.header().named(name);
            for (Field field : place.isPresent() ? place.get().of(all) : all) {
                for (MailAddress address : MailAddress.parse(field.value())) {
                    part.of(address.address()).ifPresent(values::add);
                }
            }
        }
        return matching.any(values, Template.expand(keys, run), run);
    }
}
