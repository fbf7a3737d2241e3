// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store.pack;

import java.io.IOException;

/** What lies in a pack is not what was written there. */
public final class DamagedRecordException extends IOException {
    private static final long serialVersionUID = 1L;

    public DamagedRecordException(String message) {
        super(message);
    }
}
