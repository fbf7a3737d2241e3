// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.run;

/** What comes after a command. */
public enum Flow {
    NEXT,
    /** The end of this script (RFC 6609 §3.3). */
    RETURN,
    /** The end of the run. */
    STOP
}
