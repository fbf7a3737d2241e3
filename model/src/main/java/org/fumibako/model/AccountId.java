// SPDX-License-Identifier: Apache-2.0
package org.fumibako.model;

/** Identifies a mail account. Positive; assigned by the database. */
public record AccountId(long value) {
    public AccountId {
        if (value <= 0) {
            throw new IllegalArgumentException("id must be positive: " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
