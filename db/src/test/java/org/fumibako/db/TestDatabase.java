// SPDX-License-Identifier: Apache-2.0
package org.fumibako.db;

/** A database made for one test. */
public interface TestDatabase extends AutoCloseable {
    /** Opens it; after that one is closed, opens the same again with what it holds. */
    Database open();

    /** Removes it. What {@link #open} gave must be closed before. */
    @Override
    void close();
}
