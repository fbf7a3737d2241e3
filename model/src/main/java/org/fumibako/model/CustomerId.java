// SPDX-License-Identifier: Apache-2.0
package org.fumibako.model;

/** Identifies a customer, the contract holder. Positive; assigned by the database. */
public record CustomerId(long value) {
    public CustomerId {
        if (value <= 0) {
            throw new IllegalArgumentException("id must be positive: " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
