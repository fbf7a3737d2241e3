// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import org.jspecify.annotations.Nullable;

/** The disk or the database failed; nothing was changed. The peer may try again later. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreException(@Nullable String message, Throwable cause) {
        super(message, cause);
    }

    public StoreException(String message) {
        super(message);
    }
}
