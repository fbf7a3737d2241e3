// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.run;

import java.io.IOException;
import org.fumibako.sieve.SieveException;

/** A command that can be carried out. Immutable. */
public interface Statement {
    Flow execute(Run run) throws SieveException, IOException;
}
