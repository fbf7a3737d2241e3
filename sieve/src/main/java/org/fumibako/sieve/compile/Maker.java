// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.compile;

import org.fumibako.sieve.SieveException;

/**
 * Reads one kind of command or test.
 *
 * @param <T> what it becomes
 */
@FunctionalInterface
interface Maker<T> {
    T make(Arguments arguments) throws SieveException;

    /**
     * A line of a table.
     *
     * @param extension what has to be required; empty for what every Sieve has
     */
    record Entry<T>(String extension, Maker<T> maker) {}
}
