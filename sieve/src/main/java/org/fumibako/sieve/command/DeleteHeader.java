// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.command;

import java.util.List;
import java.util.Optional;
import org.fumibako.mime.HeaderText;
import org.fumibako.sieve.SieveException;
import org.fumibako.sieve.compile.Arguments;
import org.fumibako.sieve.compile.Matchings;
import org.fumibako.sieve.compile.Names;
import org.fumibako.sieve.compile.Places;
import org.fumibako.sieve.run.Field;
import org.fumibako.sieve.run.Flow;
import org.fumibako.sieve.run.HeaderState;
import org.fumibako.sieve.run.Matching;
import org.fumibako.sieve.run.Place;
import org.fumibako.sieve.run.Run;
import org.fumibako.sieve.run.Statement;
import org.fumibako.sieve.run.Template;
import org.fumibako.sieve.syntax.Position;

/** {@code deleteheader} (RFC 5293 §5). */
public record DeleteHeader(
        Template name, Optional<Place> place, Matching matching, Optional<List<Template>> values, Position at)
        implements Statement {
    public static DeleteHeader compile(Arguments arguments) throws SieveException {
        Optional<Place> place = Places.read(arguments, "");
        Matching matching = Matchings.read(arguments);
        Template name = arguments.nextString("the name of a field");
        Optional<List<Template>> values = arguments.remaining() > 0
                ? Optional.of(arguments.nextStrings("values").templates())
                : Optional.empty();
        return new DeleteHeader(name, place, matching, values, arguments.at());
    }

    @Override
    public Flow execute(Run run) throws SieveException {
        String field = name.expand(run);
        if (!Names.isField(field)) {
            throw new SieveException(at, "\"" + field + "\" is no name of a header field");
        }
        if (!HeaderState.isProtected(field)) {
            List<Field> all = run.header().named(field);
            List<Field> fields = place.isPresent() ? place.get().of(all) : all;
            for (Field each : fields) {
                if (isMeant(each, run)) {
                    run.header().remove(each);
                }
            }
        }
        return Flow.NEXT;
    }

    private boolean isMeant(Field field, Run run) throws SieveException {
        return values.isEmpty()
                || matching.any(
                        List.of(HeaderText.decode(field.value()).strip()), Template.expand(values.get(), run), run);
    }
}
