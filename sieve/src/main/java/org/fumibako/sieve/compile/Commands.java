// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.compile;

import java.util.Map;
import java.util.Optional;
import org.fumibako.sieve.command.AddHeader;
import org.fumibako.sieve.command.ChangeFlags;
import org.fumibako.sieve.command.DeleteHeader;
import org.fumibako.sieve.command.Discard;
import org.fumibako.sieve.command.Failure;
import org.fumibako.sieve.command.FileInto;
import org.fumibako.sieve.command.Global;
import org.fumibako.sieve.command.Include;
import org.fumibako.sieve.command.Keep;
import org.fumibako.sieve.command.Redirect;
import org.fumibako.sieve.command.Reject;
import org.fumibako.sieve.command.Require;
import org.fumibako.sieve.command.SetVariable;
import org.fumibako.sieve.command.Vacation;
import org.fumibako.sieve.run.Flow;
import org.fumibako.sieve.run.Statement;

/** The commands there are. */
final class Commands {
    private static final Map<String, Maker.Entry<Statement>> TABLE = Map.ofEntries(
            entry("require", "", Require::compile),
            entry("stop", "", _ -> _ -> Flow.STOP),
            entry("keep", "", Keep::compile),
            entry("discard", "", Discard::compile),
            entry("redirect", "", Redirect::compile),
            entry("fileinto", "fileinto", FileInto::compile),
            entry("reject", "reject", arguments -> Reject.compile(arguments, false)),
            entry("ereject", "ereject", arguments -> Reject.compile(arguments, true)),
            entry("setflag", "imap4flags", arguments -> ChangeFlags.compile(arguments, ChangeFlags.How.SET)),
            entry("addflag", "imap4flags", arguments -> ChangeFlags.compile(arguments, ChangeFlags.How.ADD)),
            entry("removeflag", "imap4flags", arguments -> ChangeFlags.compile(arguments, ChangeFlags.How.REMOVE)),
            entry("set", "variables", SetVariable::compile),
            entry("addheader", "editheader", AddHeader::compile),
            entry("deleteheader", "editheader", DeleteHeader::compile),
            entry("vacation", "vacation", Vacation::compile),
            entry("include", "include", Include::compile),
            entry("return", "include", _ -> _ -> Flow.RETURN),
            entry("global", "include", Global::compile),
            entry("error", "ihave", Failure::compile));

    private Commands() {}

    static Optional<Maker.Entry<Statement>> find(String name) {
        return Optional.ofNullable(TABLE.get(name));
    }

    private static Map.Entry<String, Maker.Entry<Statement>> entry(
            String name, String extension, Maker<Statement> maker) {
        return Map.entry(name, new Maker.Entry<>(extension, maker));
    }
}
