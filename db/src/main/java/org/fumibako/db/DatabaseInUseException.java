// SPDX-License-Identifier: Apache-2.0
package org.fumibako.db;

import java.nio.file.Path;

/** Another process, or another part of this one, has the database file open. */
public final class DatabaseInUseException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    DatabaseInUseException(Path file) {
        super(file + " is in use by another process");
    }
}
