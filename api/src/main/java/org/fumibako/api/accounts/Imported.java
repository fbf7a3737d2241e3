// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.accounts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a table. When one of its rows cannot be added, none is.
 *
 * @param undo takes all of them back
 */
record Imported(
        List<ImportedRow> items, int added, @Nullable Long undo) {
    /**
     * A row of it.
     *
     * @param line of the file
     * @param code why it cannot be added, null when it can; {@code message} says it to people
     */
    record ImportedRow(
            int line,
            String address,
            @Nullable String code,
            @Nullable String message) {}
}
