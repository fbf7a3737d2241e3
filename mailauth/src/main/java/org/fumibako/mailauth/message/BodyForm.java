// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.message;

/**
 * What of a body is hashed.
 *
 * @param limit octets of the canonical form that count, as l= says (RFC 6376 §3.4.5)
 */
public record BodyForm(Canonicalization canonicalization, long limit) {
    /** No l=. */
    public static final long ALL = Long.MAX_VALUE;

    public BodyForm {
        if (limit < 0) {
            throw new IllegalArgumentException("limit below 0");
        }
    }

    /** The whole body. */
    public static BodyForm whole(Canonicalization canonicalization) {
        return new BodyForm(canonicalization, ALL);
    }
}
