// SPDX-License-Identifier: Apache-2.0
package org.fumibako.model;

/** Identifies a mailbox; unique within a volume, never reused. Positive; assigned by the database. */
public record MailboxId(long value) {
    public MailboxId {
        if (value <= 0) {
            throw new IllegalArgumentException("id must be positive: " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
