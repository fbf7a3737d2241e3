// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.tests;

import java.util.List;
import java.util.Optional;
import org.fumibako.sieve.SieveException;
import org.fumibako.sieve.compile.Arguments;
import org.fumibako.sieve.run.Condition;
import org.fumibako.sieve.run.Run;
import org.fumibako.sieve.run.Template;

/** {@code specialuse_exists} (RFC 8579 §3): whether there are mailboxes of all these uses, or one mailbox has them all. */
public record SpecialUseExistsTest(Optional<Template> mailbox, List<Template> uses) implements Condition {
    public static SpecialUseExistsTest compile(Arguments arguments) throws SieveException {
        Optional<Template> mailbox = arguments.remaining() > 1
                ? Optional.of(arguments.nextString("the name of a mailbox"))
                : Optional.empty();
        return new SpecialUseExistsTest(
                mailbox, arguments.nextStrings("attributes like \"\\\\Junk\"").templates());
    }

    @Override
    public boolean holds(Run run) throws SieveException {
        Optional<String> name = mailbox.isPresent() ? Optional.of(mailbox.get().expand(run)) : Optional.empty();
        return Template.expand(uses, run).stream()
                .allMatch(use -> run.surroundings().specialUseExists(name, use));
    }
}
