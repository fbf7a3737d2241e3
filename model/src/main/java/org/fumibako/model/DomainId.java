// SPDX-License-Identifier: Apache-2.0
package org.fumibako.model;

/** Identifies a domain. Positive; assigned by the database. */
public record DomainId(long value) {
    public DomainId {
        if (value <= 0) {
            throw new IllegalArgumentException("id must be positive: " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
