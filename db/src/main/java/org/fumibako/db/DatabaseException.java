// SPDX-License-Identifier: Apache-2.0
package org.fumibako.db;

/** The database could not do it: disk full, unreachable, damaged. Nothing was changed. */
public sealed class DatabaseException extends RuntimeException permits DatabaseInUseException {
    private static final long serialVersionUID = 1L;

    public DatabaseException(String message, Throwable cause) {
        super(message, cause);
    }

    DatabaseException(String message) {
        super(message);
    }
}
