// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.message;

import java.util.List;

/**
 * A part that is no text to read.
 *
 * @param name as its sender called it, or empty
 * @param type in lower case, with its subtype: {@code application/zip}
 * @param contained names in an archive
 * @param encrypted whether an archive cannot be looked into without a password
 */
public record Attachment(String name, String type, List<String> contained, boolean encrypted) {
    public Attachment {
        contained = List.copyOf(contained);
    }
}
