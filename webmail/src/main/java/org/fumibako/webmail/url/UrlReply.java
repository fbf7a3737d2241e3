// SPDX-License-Identifier: Apache-2.0
package org.fumibako.webmail.url;

import java.util.Map;
import java.util.Optional;

/**
 * What a server answered.
 *
 * @param fields by name in lower case; of several the last
 */
public record UrlReply(int status, Map<String, String> fields, byte[] body) {
    /** A field by its name in lower case. */
    public Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }
}
