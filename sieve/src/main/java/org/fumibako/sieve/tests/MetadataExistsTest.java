// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.tests;

import java.util.List;
import java.util.Optional;
import org.fumibako.sieve.SieveException;
import org.fumibako.sieve.compile.Arguments;
import org.fumibako.sieve.run.Condition;
import org.fumibako.sieve.run.Run;
import org.fumibako.sieve.run.Template;

/** {@code metadataexists} and {@code servermetadataexists} (RFC 5490 §3.4, §3.6): whether all of them do. */
public record MetadataExistsTest(Optional<Template> mailbox, List<Template> entries) implements Condition {
    public static MetadataExistsTest ofMailbox(Arguments arguments) throws SieveException {
        Template mailbox = arguments.nextString("the name of a mailbox");
        return new MetadataExistsTest(
                Optional.of(mailbox),
                arguments.nextStrings("names of annotations").templates());
    }

    public static MetadataExistsTest ofServer(Arguments arguments) throws SieveException {
        return new MetadataExistsTest(
                Optional.empty(), arguments.nextStrings("names of annotations").templates());
    }

    @Override
    public boolean holds(Run run) throws SieveException {
        Optional<String> name = mailbox.isPresent() ? Optional.of(mailbox.get().expand(run)) : Optional.empty();
        return Template.expand(entries, run).stream()
                .allMatch(entry -> run.surroundings().metadata(name, entry).isPresent());
    }
}
