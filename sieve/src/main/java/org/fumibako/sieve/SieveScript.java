// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve;

import java.io.IOException;
import java.util.List;
import org.fumibako.sieve.compile.Compiler;
import org.fumibako.sieve.run.Flow;
import org.fumibako.sieve.run.Run;
import org.fumibako.sieve.run.Statement;
import org.fumibako.sieve.syntax.Parser;

/** A script that was found sound, ready to be run any number of times (RFC 5228). Immutable. */
public final class SieveScript {
    private final String name;
    private final Statement body;

    private SieveScript(String name, Statement body) {
        this.name = name;
        this.body = body;
    }

    /**
     * Reads and checks a script.
     *
     * @param name what causes call it
     * @throws SieveException when it is no sound script; the first fault is named
     */
    public static SieveScript compile(String name, String source, SieveLimits limits) throws SieveException {
        return new SieveScript(name, Compiler.compile(Parser.parse(source, limits), name));
    }

    public String name() {
        return name;
    }

    /**
     * Says what is to become of a message. A fault of the script is part of the outcome, and costs no message.
     *
     * @throws IOException when the message cannot be read
     */
    public Outcome run(Mail mail, Surroundings surroundings, SieveLimits limits) throws IOException {
        Run run = new Run(mail, surroundings, limits, name);
        try {
            body.execute(run);
            return run.outcome();
        } catch (SieveException fault) {
            return run.failed(name + ": " + fault.getMessage());
        }
    }

    /** Runs it as part of another script's run. */
    public Flow runWithin(Run run) throws SieveException, IOException {
        return body.execute(run);
    }

    /** What may stand in {@code require}, and what ManageSieve announces. */
    public static List<String> extensions() {
        return Compiler.EXTENSIONS;
    }
}
