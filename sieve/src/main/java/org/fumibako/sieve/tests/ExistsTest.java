// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.tests;

import java.util.List;
import org.fumibako.sieve.SieveException;
import org.fumibako.sieve.compile.Arguments;
import org.fumibako.sieve.run.Condition;
import org.fumibako.sieve.run.Run;
import org.fumibako.sieve.run.Template;

/** {@code exists} (RFC 5228 §5.5): whether all of these fields are there. */
public record ExistsTest(List<Template> fields) implements Condition {
    public static ExistsTest compile(Arguments arguments) throws SieveException {
        return new ExistsTest(arguments.nextStrings("names of header fields").templates());
    }

    @Override
    public boolean holds(Run run) throws SieveException {
        return Template.expand(fields, run).stream()
                .noneMatch(name -> run.header().named(name).isEmpty());
    }
}
