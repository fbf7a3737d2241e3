// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.run;

/**
 * One field of the header as it is at this point of a run.
 *
 * @param value raw, one char an octet
 * @param origin which field of the message it is; {@link #FRONT} or {@link #BACK} for one that the script added
 */
public record Field(String name, String value, int origin) {
    static final int FRONT = -1;
    static final int BACK = -2;
}
