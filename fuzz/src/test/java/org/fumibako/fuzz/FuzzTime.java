// SPDX-License-Identifier: Apache-2.0
package org.fumibako.fuzz;

/** How long one target is fuzzed in one run. */
public final class FuzzTime {
    /** Short enough for every change; a long run is many short ones, which go on from the same corpus. */
    public static final String A_RUN = "20s";

    private FuzzTime() {}
}
