// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.results;

import java.util.List;
import java.util.Optional;

/**
 * An Authentication-Results field.
 *
 * @param authservId who says so
 * @param results none at all is said as {@code none}
 */
public record AuthenticationResults(String authservId, List<MethodResult> results) {
    public static final String FIELD = "Authentication-Results";

    public AuthenticationResults {
        results = List.copyOf(results);
    }

    /** The field with its name, folded, with its line break. */
    public String field() {
        return new ResultsWriter(FIELD + ": ").write(this);
    }

    /** What is behind the colon, folded, without a line break; for an ARC set (RFC 8617 §4.1.1). */
    public String body() {
        String whole = new ResultsWriter("").write(this);
        return whole.substring(0, whole.length() - 2);
    }

    /** Reads the body of a field. @return empty when it follows no grammar that could be believed */
    public static Optional<AuthenticationResults> parse(String body) {
        return new ResultsParser(body).read();
    }
}
