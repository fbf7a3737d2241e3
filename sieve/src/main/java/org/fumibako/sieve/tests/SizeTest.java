// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.tests;

import org.fumibako.sieve.SieveException;
import org.fumibako.sieve.compile.Arguments;
import org.fumibako.sieve.run.Condition;
import org.fumibako.sieve.run.Run;

/** {@code size} (RFC 5228 §5.9): of the message in octets; neither test holds for one that is exactly as large. */
public record SizeTest(boolean over, long octets) implements Condition {
    public static SizeTest compile(Arguments arguments) throws SieveException {
        boolean over = arguments.flag("over", "");
        boolean under = arguments.flag("under", "");
        if (over == under) {
            throw arguments.fault("needs \":over\" or \":under\"");
        }
        return new SizeTest(over, arguments.nextNumber("a number"));
    }

    @Override
    public boolean holds(Run run) {
        long size = run.mail().content().size();
        return over ? size > octets : size < octets;
    }
}
