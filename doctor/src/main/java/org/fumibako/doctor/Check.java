// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor;

/** One thing that may be wrong. Safe for any number of threads. */
public interface Check {
    /** Stable, in kebab-case: part of the interface to scripts. */
    String id();

    /** What is looked at, as a line of the list of checks. */
    Phrase subject();

    /** Looks, and says what it saw. Blocks; the doctor waits {@link Doctor#PATIENCE} at most and interrupts it then. */
    Finding examine(Patient patient);
}
