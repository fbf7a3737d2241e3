// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.command;

import org.fumibako.sieve.SieveException;
import org.fumibako.sieve.compile.Arguments;
import org.fumibako.sieve.run.Flow;
import org.fumibako.sieve.run.Statement;

/** {@code require} (RFC 5228 §3.2): works while the script is read, and does nothing when it runs. */
public final class Require {
    private Require() {}

    public static Statement compile(Arguments arguments) throws SieveException {
        for (String extension : arguments.nextConstants("the names of extensions")) {
            arguments.scope().require(extension, arguments.at());
        }
        return _ -> Flow.NEXT;
    }
}
