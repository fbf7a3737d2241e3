// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.wire;

/** What SORT orders messages by (RFC 5256 §3); {@code reverse} is for descending. */
public record SortCriterion(Key key, boolean reverse) {
    /** The value of a message that is compared. */
    public enum Key {
        ARRIVAL,
        CC,
        DATE,
        FROM,
        SIZE,
        SUBJECT,
        TO,
        /** RFC 5957 §4. */
        DISPLAYFROM,
        /** RFC 5957 §4. */
        DISPLAYTO
    }
}
