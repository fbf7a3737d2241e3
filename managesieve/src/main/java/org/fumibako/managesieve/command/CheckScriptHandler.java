// SPDX-License-Identifier: Apache-2.0
package org.fumibako.managesieve.command;

import java.io.IOException;
import org.fumibako.registry.Account;
import org.fumibako.sieve.SieveException;
import org.fumibako.sieve.SieveLimits;
import org.fumibako.sieve.SieveScript;

/** CHECKSCRIPT (RFC 5804 §2.12). */
final class CheckScriptHandler implements Handlers.ScriptHandler {
    @Override
    public void handle(Account account, Arguments arguments, Session session) throws IOException {
        String source = arguments.text("a script");
        arguments.end();
        check(source);
        session.ok("The script is sound");
    }

    /** Refused with line and column. */
    static void check(String source) {
        try {
            SieveScript.compile("script", source, SieveLimits.DEFAULT);
        } catch (SieveException fault) {
            throw new ArgumentException(String.valueOf(fault.getMessage()));
        }
    }
}
