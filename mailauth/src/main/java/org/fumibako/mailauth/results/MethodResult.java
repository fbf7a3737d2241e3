// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.results;

import java.util.List;
import java.util.Optional;

/**
 * What one method found (RFC 8601 §2.2): {@code spf=pass smtp.mailfrom=example.jp}.
 *
 * @param method keyword of the program's own choosing, never of the sender's: {@code spf}
 * @param result likewise: {@code pass}
 * @param reason why, any text
 */
public record MethodResult(String method, String result, Optional<String> reason, List<Property> properties) {
    public MethodResult {
        properties = List.copyOf(properties);
    }

    public static MethodResult of(String method, String result, Property... properties) {
        return new MethodResult(method, result, Optional.empty(), List.of(properties));
    }

    /**
     * What was looked at.
     *
     * @param type keyword: {@code smtp}, {@code header}, {@code policy}
     * @param name keyword: {@code mailfrom}
     * @param value any text
     */
    public record Property(String type, String name, String value) {}
}
