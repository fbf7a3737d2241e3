// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.run;

import java.io.IOException;
import org.fumibako.sieve.SieveException;

/** A test that can be asked. Immutable. */
public interface Condition {
    boolean holds(Run run) throws SieveException, IOException;
}
