// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.tests;

import java.util.List;
import org.fumibako.sieve.SieveException;
import org.fumibako.sieve.compile.Arguments;
import org.fumibako.sieve.run.Condition;
import org.fumibako.sieve.run.Run;
import org.fumibako.sieve.run.Template;

/** {@code mailboxexists} (RFC 5490 §3.1): whether all of them do. */
public record MailboxExistsTest(List<Template> names) implements Condition {
    public static MailboxExistsTest compile(Arguments arguments) throws SieveException {
        return new MailboxExistsTest(arguments.nextStrings("names of mailboxes").templates());
    }

    @Override
    public boolean holds(Run run) throws SieveException {
        return Template.expand(names, run).stream().allMatch(run.surroundings()::mailboxExists);
    }
}
