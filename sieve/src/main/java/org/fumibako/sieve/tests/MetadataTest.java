// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.tests;

import java.util.List;
import java.util.Optional;
import org.fumibako.sieve.SieveException;
import org.fumibako.sieve.compile.Arguments;
import org.fumibako.sieve.compile.Matchings;
import org.fumibako.sieve.run.Condition;
import org.fumibako.sieve.run.Matching;
import org.fumibako.sieve.run.Run;
import org.fumibako.sieve.run.Template;

/** {@code metadata} and {@code servermetadata} (RFC 5490 §3.3, §3.5); of an annotation that is not there nothing holds. */
public record MetadataTest(Matching matching, Optional<Template> mailbox, Template entry, List<Template> keys)
        implements Condition {
    public static MetadataTest ofMailbox(Arguments arguments) throws SieveException {
        Matching matching = Matchings.read(arguments);
        Template mailbox = arguments.nextString("the name of a mailbox");
        return compile(arguments, matching, Optional.of(mailbox));
    }

    public static MetadataTest ofServer(Arguments arguments) throws SieveException {
        return compile(arguments, Matchings.read(arguments), Optional.empty());
    }

    private static MetadataTest compile(Arguments arguments, Matching matching, Optional<Template> mailbox)
            throws SieveException {
        return new MetadataTest(
                matching,
                mailbox,
                arguments.nextString("the name of an annotation"),
                arguments.nextStrings("strings to compare with").templates());
    }

    @Override
    public boolean holds(Run run) throws SieveException {
        Optional<String> name = mailbox.isPresent() ? Optional.of(mailbox.get().expand(run)) : Optional.empty();
        Optional<String> value = run.surroundings().metadata(name, entry.expand(run));
        return value.isPresent() && matching.any(List.of(value.get()), Template.expand(keys, run), run);
    }
}
